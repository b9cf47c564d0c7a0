package org.bearhug.booking.timetable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/** What course-service tells of a session, as much as is of use here. */
record SessionFact(
        UUID id,
        UUID courseId,
        UUID blockId,
        UUID instructorId,
        String title,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        String timeZone,
        Weeks ageWeeks,
        Money dropInPrice,
        Money dropInMinimum,
        String state,
        boolean published) {

    /** How old a child may be. */
    record Weeks(int from, int to) {}
}
