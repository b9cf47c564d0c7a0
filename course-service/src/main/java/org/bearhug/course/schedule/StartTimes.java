package org.bearhug.course.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.bearhug.kit.Refusal;

/** When a session may be planned to start. */
final class StartTimes {

    private static final int LATEST_DAYS = 3 * 366;

    private StartTimes() {}

    /** Lets what can be reckoned with pass; the exact {@link #check} comes when its zone is known. */
    static void checkRoughly(String pointer, LocalDateTime wish, Instant now) {
        LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        if (wish.isBefore(today.minusDays(1))) {
            throw passed(pointer);
        }
        if (wish.isAfter(today.plusDays(LATEST_DAYS + 1))) {
            throw tooFar(pointer);
        }
    }

    /** Lets a whole minute pass that is still to come, within three years: a year mistyped shall not. */
    static void check(String pointer, WallTime start, Instant now) {
        if (!start.localStart().equals(start.localStart().truncatedTo(ChronoUnit.MINUTES))) {
            throw Refusal.invalid(pointer, "A session starts at a whole minute.");
        }
        if (!start.instant().isAfter(now)) {
            throw passed(pointer);
        }
        if (start.instant().isAfter(now.plus(LATEST_DAYS, ChronoUnit.DAYS))) {
            throw tooFar(pointer);
        }
    }

    private static Refusal passed(String pointer) {
        return Refusal.invalid(pointer, "This time has passed.");
    }

    private static Refusal tooFar(String pointer) {
        return Refusal.invalid(pointer, "This is more than three years ahead. Is the year right?");
    }
}
