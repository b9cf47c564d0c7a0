package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.course.course.Courses;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.course.course.Viewer;
import org.bearhug.course.meeting.MeetingState;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.bearhug.reads.Reading;

/** Reading blocks and sessions. What was published once stays readable; drafts are for their instructor. */
@ApplicationScoped
class Timetable {

    @Inject
    Courses courses;

    @Inject
    Meetings meetings;

    @Transactional
    Reading<BlockView> block(UUID id, Viewer viewer) {
        return Block.<Block>findByIdOptional(id)
                .flatMap(block -> course(block, viewer).map(course -> reading(course, block)))
                .orElseThrow(() -> Refusal.notFound("block"));
    }

    private Reading<BlockView> reading(TaughtCourse course, Block block) {
        BlockView view = views(course, List.of(block)).get(0);
        Stream<UUID> sessions = view.sessions().stream().map(SessionView::id);
        return new Reading<>(
                view, block.version, names(Stream.concat(Stream.of(block.id, block.courseId), sessions)), null);
    }

    @Transactional
    Reading<SessionView> session(UUID id, Viewer viewer) {
        return Session.<Session>findByIdOptional(id)
                .flatMap(session -> course(Block.findById(session.blockId), viewer)
                        .map(course -> new Reading<>(
                                view(course, session),
                                session.version,
                                names(Stream.of(id, session.blockId, session.courseId)),
                                null)))
                .orElseThrow(() -> Refusal.notFound("session"));
    }

    private static Set<String> names(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.toSet());
    }

    /** The block's course when the viewer may see the block. */
    private Optional<TaughtCourse> course(Block block, Viewer viewer) {
        return courses.visible(block.courseId, viewer)
                .filter(course -> block.isPublic() || viewer.seesDraftsOf(course.instructorId()));
    }

    private SessionView view(TaughtCourse course, Session session) {
        return SessionView.of(
                session, course.title(), meetings.states(Set.of(session.id)).get(session.id));
    }

    /** In the order they were made. */
    @Transactional
    Reading<Page<BlockView>> blocks(UUID courseId, Viewer viewer, String cursor, int limit) {
        TaughtCourse course = courses.visible(courseId, viewer).orElseThrow(() -> Refusal.notFound("course"));
        UUID after = Page.Cursor.read(cursor, keys -> UUID.fromString(keys.get(0)));
        List<Block> fetched = Block.page(courseId, viewer.seesDraftsOf(course.instructorId()), after, limit + 1);
        Page<Block> page = Page.of(fetched, limit, block -> Page.Cursor.after(block.id), block -> block);
        return new Reading<>(
                new Page<>(views(course, page.items()), page.nextCursor()),
                null,
                Set.of(courseId.toString(), "block", "session", "meeting"),
                null);
    }

    private List<BlockView> views(TaughtCourse course, List<Block> blocks) {
        Map<UUID, List<Session>> sessions = Session.ofBlocks(
                        blocks.stream().map(block -> block.id).toList())
                .stream()
                .collect(Collectors.groupingBy(session -> session.blockId));
        Map<UUID, MeetingState> calls = meetings.states(sessions.values().stream()
                .flatMap(List::stream)
                .map(session -> session.id)
                .toList());
        return blocks.stream()
                .map(block -> BlockView.of(block, course.title(), sessions.get(block.id), calls))
                .toList();
    }
}
