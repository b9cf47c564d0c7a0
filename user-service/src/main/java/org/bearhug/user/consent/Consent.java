package org.bearhug.user.consent;

/** What somebody may allow; all are refused until they say otherwise. */
public enum Consent {
    /** Photos of the class may show them. */
    PHOTOS,
    /** Recordings of the class may show them. */
    RECORDINGS,
    /** Mail about new classes. */
    MARKETING,
    /** Other parents of the same class may see their first name. */
    MEET_OTHER_PARENTS
}
