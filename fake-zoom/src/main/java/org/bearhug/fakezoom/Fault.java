package org.bearhug.fakezoom;

/** A way in which a call goes wrong. */
public enum Fault {
    /** 401 with code 124, and nothing is done. */
    UNAUTHORIZED,
    /** 429 of the rate per second, with a Retry-After that is a date-time; nothing is done. */
    THROTTLED,
    /** The same with seconds, as HTTP has them. */
    THROTTLED_SECONDS,
    /** The same with HTTP's own kind of date. */
    THROTTLED_DATE,
    /** 429 without any word of when; nothing is done. */
    THROTTLED_SILENTLY,
    /** 429 of the day, with a Retry-After of tomorrow; nothing is done. */
    DAILY_LIMIT,
    /** 500, and nothing is done. */
    BROKEN,
    /** It is done, and then 500. */
    BROKEN_AFTERWARDS,
    /** A page of HTML with status 502; nothing is done. */
    PAGE,
    /** The line is cut; nothing is done. */
    CUT,
    /** It is done, and the line is cut in the middle of the answer. */
    CUT_AFTERWARDS,
    /** It is done at once, but the answer takes longer than anybody waits. */
    SLOW,
    /** It is done only when nobody waits for the answer any more. */
    LATE
}
