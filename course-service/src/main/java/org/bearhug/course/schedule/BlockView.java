package org.bearhug.course.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.meeting.MeetingState;

/** A block as it is shown, with all its sessions in the order of their dates. */
public record BlockView(
        UUID id,
        UUID courseId,
        String title,
        PublicationState state,
        String timeZone,
        Money blockPrice,
        Money dropInPrice,
        Money dropInMinimum,
        AgeWeeks ageWeeks,
        CancellationPolicy cancellationPolicy,
        MakeUp makeUp,
        Pricing pricing,
        List<SessionView> sessions) {

    static BlockView of(Block block, String courseTitle, List<Session> sessions, Map<UUID, MeetingState> meetings) {
        return new BlockView(
                block.id,
                block.courseId,
                block.title,
                block.state,
                block.timeZone,
                block.price,
                block.dropInPrice,
                block.dropInMinimum,
                block.ageWeeks,
                block.cancellationPolicy,
                block.makeUp,
                block.pricing,
                sessions.stream()
                        .sorted(Comparator.comparing(session -> session.startsAt))
                        .map(session -> SessionView.of(session, courseTitle, meetings.get(session.id)))
                        .toList());
    }
}
