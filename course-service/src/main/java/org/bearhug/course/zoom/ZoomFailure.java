package org.bearhug.course.zoom;

import java.time.Instant;

/** Zoom did not do what it was asked, or nobody knows. Tells what the caller needs: whether and when to try again. */
final class ZoomFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the failure means for whoever asked. */
    enum Kind {
        /** It may have been done: an answer was late, cut or unreadable. */
        UNSURE,
        /** It was not done, and will be if asked again later. */
        THROTTLED,
        /** The meeting is not there (any more). */
        GONE,
        /** It was not done and never will be, unless something is changed. */
        REFUSED,
        /** There is no way into the account until somebody connects it again. */
        DISCONNECTED,
        /** Today's creates and updates of this host are used up. */
        DAILY_LIMIT
    }

    private final Kind kind;
    private final int code;
    private final transient Instant until;

    private ZoomFailure(Kind kind, int code, Instant until, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.until = until;
    }

    static ZoomFailure unsure(String why) {
        return new ZoomFailure(Kind.UNSURE, 0, null, why);
    }

    static ZoomFailure throttled(Instant until) {
        return new ZoomFailure(Kind.THROTTLED, 429, until, "too many calls");
    }

    static ZoomFailure dailyLimit(Instant until) {
        return new ZoomFailure(Kind.DAILY_LIMIT, 429, until, "the daily limit is reached");
    }

    static ZoomFailure refused(int status, int code) {
        return new ZoomFailure(Kind.REFUSED, code, null, "status " + status + ", code " + code);
    }

    static ZoomFailure gone(int code) {
        return new ZoomFailure(Kind.GONE, code, null, "no such meeting, code " + code);
    }

    static ZoomFailure disconnected(String why) {
        return new ZoomFailure(Kind.DISCONNECTED, 0, null, why);
    }

    Kind kind() {
        return kind;
    }

    /** What an instructor is told of it. */
    String problem() {
        return switch (kind) {
            case DAILY_LIMIT -> "zoom-daily-limit";
            case DISCONNECTED -> "zoom-not-connected";
            case REFUSED -> "zoom-refused";
            case UNSURE, THROTTLED, GONE -> "zoom-unavailable";
        };
    }

    /** Zoom's own number of the error, which is not the status. */
    int code() {
        return code;
    }

    /** When to come again; null when Zoom did not say. */
    Instant until() {
        return until;
    }
}
