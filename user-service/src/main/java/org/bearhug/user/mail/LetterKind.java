package org.bearhug.user.mail;

import java.util.Locale;

/** The letters there are; each has a text and an HTML template named after it. */
public enum LetterKind {
    /** To a new address: the link that makes an account of a registration. */
    CONFIRM_ADDRESS("Please confirm your address"),
    /** To an address that has an account already, when somebody registers it again. */
    ADDRESS_KNOWN("You already have a Bearhug account"),
    /** The link to a new password. */
    RESET_PASSWORD("A new password for Bearhug"),
    /** After the password was changed. */
    PASSWORD_CHANGED("Your Bearhug password was changed"),
    /** After a log-in by a browser that was not seen before. */
    NEW_DEVICE("A new log-in to your Bearhug account"),
    /** The link that logs in the browser that asked for it. */
    MAGIC_LINK("Your way into Bearhug"),
    /** After a passkey was added. */
    PASSKEY_ADDED("A passkey was added to your Bearhug account"),
    /** The link to share a child, for who was invited. */
    CARER_INVITED("Somebody would like to share a child with you"),
    /** The link that confirms that the account shall be erased. */
    CONFIRM_ERASURE("Please confirm that you want to leave Bearhug"),
    /** When it will be erased, and how to think better of it. */
    ERASURE_PLANNED("Your Bearhug account will be erased"),
    /** Never sent: it costs the work of one, so that the time of an answer does not tell whether an address is known. */
    NONE("");

    private final String subject;

    LetterKind(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    String template(String suffix) {
        return "letters/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + suffix;
    }
}
