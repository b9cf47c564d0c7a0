package org.bearhug.user.login;

/** How somebody has shown who they are. */
public enum LoginMethod {
    /** By the account's password. */
    PASSWORD,
    /** By a link in a mail. */
    MAGIC_LINK,
    /** By a passkey. */
    PASSKEY
}
