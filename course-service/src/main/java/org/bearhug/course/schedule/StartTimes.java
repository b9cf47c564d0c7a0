package org.bearhug.course.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bearhug.kit.Refusal;

/** When a session may be planned to start. */
final class StartTimes {

    private static final int LATEST_DAYS = 3 * 366;

    private StartTimes() {}

    /** Lets a whole minute pass that is still to come, within three years: a year mistyped shall not. */
    static void check(String pointer, WallTime start, Instant now) {
        if (!start.localStart().equals(start.localStart().truncatedTo(ChronoUnit.MINUTES))) {
            throw Refusal.invalid(pointer, "A session starts at a whole minute.");
        }
        if (!start.instant().isAfter(now)) {
            throw Refusal.invalid(pointer, "This time has passed.");
        }
        if (start.instant().isAfter(now.plus(LATEST_DAYS, ChronoUnit.DAYS))) {
            throw Refusal.invalid(pointer, "This is more than three years ahead. Is the year right?");
        }
    }
}
