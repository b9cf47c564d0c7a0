package org.bearhug.fakezoom;

import java.util.EnumSet;
import java.util.Set;

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
    LATE,
    /** 400 of something in it that Zoom does not like, in words that give the meeting's address away; nothing is done. */
    REFUSED;

    /** Those that are over before long, which is what happens by chance; of a refusal nothing is better after a minute. */
    public static Set<Fault> passing() {
        return EnumSet.complementOf(EnumSet.of(REFUSED));
    }
}
