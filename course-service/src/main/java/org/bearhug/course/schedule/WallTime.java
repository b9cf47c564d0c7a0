package org.bearhug.course.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A time as the clocks on the wall of a zone show it. It is the truth, and the instant is derived from it.
 *
 * @param localStart a time that exists there, so later than what was asked for when the clocks skip that
 * @param clockChange null on all but two nights of a year
 */
record WallTime(LocalDateTime localStart, ZoneId zone, ClockChange clockChange) {

    static WallTime of(LocalDateTime wish, ZoneId zone) {
        LocalDateTime existing = ZonedDateTime.of(wish, zone).toLocalDateTime();
        ClockChange change =
                switch (zone.getRules().getValidOffsets(wish).size()) {
                    case 0 -> ClockChange.SKIPPED;
                    case 1 -> null;
                    default -> ClockChange.DOUBLED;
                };
        return new WallTime(existing, zone, change);
    }

    Instant instant() {
        return localStart.atZone(zone).toInstant();
    }
}
