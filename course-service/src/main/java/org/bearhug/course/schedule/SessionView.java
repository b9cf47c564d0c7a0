package org.bearhug.course.schedule;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.bearhug.course.meeting.MeetingState;

/**
 * A session as it is shown. The way into its call is not.
 *
 * @param title the course's
 * @param clockChange there when the clocks skip or double the time that was asked for
 */
public record SessionView(
        UUID id,
        UUID courseId,
        UUID blockId,
        String title,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        String timeZone,
        ClockChange clockChange,
        int durationMinutes,
        int capacity,
        AgeWeeks ageWeeks,
        Money dropInPrice,
        Money dropInMinimum,
        SessionState state,
        String cancelReason,
        MeetingState meeting) {

    static SessionView of(Session session, String title, MeetingState meeting) {
        return new SessionView(
                session.id,
                session.courseId,
                session.blockId,
                title,
                session.startsAt,
                session.endsAt,
                session.localStart,
                session.timeZone,
                session.clockChange,
                session.durationMinutes,
                session.capacity,
                session.ageWeeks,
                session.dropInPrice,
                session.dropInMinimum,
                session.state,
                session.cancelReason,
                requireNonNullElse(meeting, MeetingState.NONE));
    }
}
