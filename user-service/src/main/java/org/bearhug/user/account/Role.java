package org.bearhug.user.account;

import java.util.Locale;

/** What a person is here for. One account has one role. */
public enum Role {
    /** Books for children. */
    CARER,
    /** Teaches. */
    INSTRUCTOR,
    /** Runs the platform. */
    ADMIN;

    /** Its name in tokens and facts. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
