package org.bearhug.user.account;

import java.util.Locale;

/** How addresses are spelt. */
public final class Email {

    private Email() {}

    /** The one spelling of addresses that differ in nothing but case and surrounding space; null for null. */
    public static String normal(String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
