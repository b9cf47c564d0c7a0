package org.bearhug.fakestripe;

/** A way in which a call goes wrong. */
public enum Fault {
    /** 401, as with a key that was withdrawn; nothing is done. */
    UNAUTHORIZED,
    /** 429; nothing is done. */
    THROTTLED,
    /** 500, and nothing is done, nor kept under the key. */
    BROKEN,
    /** It is done, and 500 is answered, now and whenever the same key comes again, as Stripe does. */
    BROKEN_AFTERWARDS,
    /** A page of HTML with status 502; nothing is done. */
    PAGE,
    /** The line is cut; nothing is done. */
    CUT,
    /** It is done, and the line is cut in the middle of the answer. */
    CUT_AFTERWARDS,
    /** It is done at once, but the answer takes longer than anybody waits. */
    SLOW
}
