package org.bearhug.course.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.kit.Outbox;

/**
 * What the other services are told of a session.
 *
 * @param published whether its block ever was
 * @param dropInMinimum from which on carers pay what they can for it, when there is one
 * @param dropInPrice absent when it is not sold on its own, as when its block is archived
 */
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
        int capacity,
        AgeWeeks ageWeeks,
        Money dropInPrice,
        Money dropInMinimum,
        SessionState state,
        boolean published) {

    static Outbox.Fact of(Session session, Block block, TaughtCourse course) {
        SessionFact data = new SessionFact(
                session.id,
                session.courseId,
                session.blockId,
                course.instructorId(),
                course.title(),
                session.startsAt,
                session.endsAt,
                session.localStart,
                session.timeZone,
                session.capacity,
                session.ageWeeks,
                block.state == PublicationState.ARCHIVED ? null : session.dropInPrice,
                session.dropInMinimum,
                session.state,
                block.isPublic());
        return new Outbox.Fact("session.changed", session.id, session.version, data);
    }
}
