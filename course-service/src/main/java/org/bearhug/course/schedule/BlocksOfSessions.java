package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.course.course.TaughtCourses;
import org.bearhug.course.meeting.MeetingState;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Versions.Versioned;

/** Reading the blocks around sessions, many at once. */
@ApplicationScoped
public class BlocksOfSessions {

    @Inject
    TaughtCourses courses;

    @Inject
    Meetings meetings;

    /** The blocks of these sessions as they are now, by the session's id. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Versioned<BlockView>> find(Collection<UUID> sessionIds) {
        List<Session> found = Session.list("id in ?1", sessionIds);
        Map<UUID, Block> around =
                Block.<Block>list(
                                "id in ?1",
                                found.stream().map(session -> session.blockId).toList())
                        .stream()
                        .collect(Collectors.toMap(block -> block.id, Function.identity()));
        Map<UUID, String> titles = courses.titles(
                found.stream().map(session -> session.courseId).distinct().toList());
        Map<UUID, MeetingState> calls = meetings.states(sessionIds);
        return found.stream().collect(Collectors.toMap(session -> session.id, session -> {
            Block block = around.get(session.blockId);
            return new Versioned<>(
                    BlockView.of(block, titles.get(block.courseId), List.of(session), calls), block.version);
        }));
    }
}
