package org.bearhug.booking.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * One dated live class. The wall time and zone are the truth, the instants are derived from them by course-service.
 *
 * @param ageFromWeeks the youngest child it is for, in completed weeks
 * @param ageToWeeks the oldest, inclusive
 */
public record ScheduledSession(
        UUID id,
        UUID courseId,
        UUID blockId,
        UUID instructorId,
        String title,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        String timeZone,
        int ageFromWeeks,
        int ageToWeeks,
        boolean cancelled) {

    static ScheduledSession of(ClassSession session) {
        return new ScheduledSession(
                session.id,
                session.courseId,
                session.blockId,
                session.instructorId,
                session.title,
                session.startsAt,
                session.endsAt,
                session.localStart,
                session.timeZone,
                session.ageFromWeeks,
                session.ageToWeeks,
                !session.state.equals("SCHEDULED"));
    }

    /** The day of the class where it is taught, by which children's ages are counted. */
    public LocalDate day() {
        return localStart.toLocalDate();
    }

    /** What course-service calls it. */
    public String state() {
        return cancelled ? "CANCELLED" : "SCHEDULED";
    }
}
