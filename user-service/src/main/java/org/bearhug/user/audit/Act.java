package org.bearhug.user.audit;

/** What the audit trail tells of. A name, once written, stays. */
public enum Act {
    /** Got an account by confirming the address, or the first admin at the start. */
    ACCOUNT_MADE,
    /** Changed name, time zone or language. */
    ACCOUNT_CHANGED,
    /** Logged in. */
    LOGGED_IN,
    /** Somebody tried to log in and failed; the actor is not known and said to be the account itself. */
    LOGIN_FAILED,
    /** Ended this log-in. */
    LOGGED_OUT,
    /** Ended other log-ins. */
    LOGINS_ENDED,
    /** An old refresh token came back: the log-in was ended, since somebody may have a copy; the actor as before. */
    LOGIN_STOLEN,
    /** Somebody asked for a mail that opens the account: a new password or a magic link; the actor as in LOGIN_FAILED. */
    LINK_ASKED,
    /** Set a new password. */
    PASSWORD_CHANGED,
    /** Added a passkey. */
    PASSKEY_ADDED,
    /** Removed a passkey. */
    PASSKEY_REMOVED,
    /** Made an API client. */
    CLIENT_MADE,
    /** Deleted an API client. */
    CLIENT_DELETED,
    /** Gave an API client another secret. */
    SECRET_ADDED,
    /** Took a secret from an API client. */
    SECRET_DELETED,
    /** Added a child. */
    CHILD_ADDED,
    /** Changed a child. */
    CHILD_CHANGED,
    /** Erased a child. */
    CHILD_ERASED,
    /** Invited somebody to share a child. */
    CARER_INVITED,
    /** Accepted to share a child; the account is that of who invited. */
    CARER_JOINED,
    /** Left a shared child. */
    CARER_LEFT,
    /** Gave or took back a consent. */
    CONSENT_CHANGED,
    /** Changed the public profile. */
    PROFILE_CHANGED,
    /** Took a copy of all data. */
    DATA_EXPORTED,
    /** Asked to be erased. */
    ERASURE_ASKED,
    /** Confirmed it by the link in the mail. */
    ERASURE_CONFIRMED,
    /** Thought better of it. */
    ERASURE_CANCELLED,
    /** Was erased. */
    ACCOUNT_ERASED,
    /** An admin disabled the account. */
    ACCOUNT_DISABLED,
    /** An admin enabled the account again. */
    ACCOUNT_ENABLED,
    /** An admin approved the instructor. */
    INSTRUCTOR_APPROVED,
    /** An admin looked through accounts or the trail of others. */
    ACCOUNTS_READ
}
