package org.bearhug.course.schedule;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.course.course.Viewer;
import org.bearhug.course.meeting.MeetingState;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.bearhug.reads.Reading;

/**
 * Reading blocks and sessions, each answer by one {@link TimetableQuery}. What was published once stays readable; drafts are for their
 * instructor.
 */
@ApplicationScoped
class Timetable {

    private static final UUID LOWEST = new UUID(0, 0);

    @Inject
    TimetableQuery query;

    @Transactional
    Reading<BlockView> block(UUID id, Viewer viewer) {
        List<TimetableQuery.Row> rows = query.block(id, viewer);
        if (rows.isEmpty()) {
            throw Refusal.notFound("block");
        }
        Block block = rows.get(0).block();
        BlockView view = view(rows);
        Stream<UUID> sessions = view.sessions().stream().map(SessionView::id);
        return new Reading<>(
                view, block.version, names(Stream.concat(Stream.of(block.id, block.courseId), sessions)), null);
    }

    @Transactional
    Reading<SessionView> session(UUID id, Viewer viewer) {
        TimetableQuery.Row row =
                query.session(id, viewer).stream().findFirst().orElseThrow(() -> Refusal.notFound("session"));
        return new Reading<>(
                row.view(),
                row.session().version,
                names(Stream.of(id, row.session().blockId, row.session().courseId)),
                null);
    }

    /** In the order they were made. */
    @Transactional
    Reading<Page<BlockView>> blocks(UUID courseId, Viewer viewer, String cursor, int limit) {
        UUID after = Page.Cursor.read(cursor, keys -> UUID.fromString(keys.get(0)));
        List<TimetableQuery.Row> rows = query.blocks(courseId, viewer, requireNonNullElse(after, LOWEST), limit + 1);
        if (rows.isEmpty()) {
            throw Refusal.notFound("course");
        }
        Collection<List<TimetableQuery.Row>> blocks = rows.stream()
                .filter(row -> row.block() != null)
                .collect(Collectors.groupingBy(row -> row.block().id, LinkedHashMap::new, Collectors.toList()))
                .values();
        return new Reading<>(
                Page.of(
                        List.copyOf(blocks),
                        limit,
                        block -> Page.Cursor.after(block.get(0).block().id),
                        Timetable::view),
                null,
                Set.of(courseId.toString(), "block", "session", "meeting"),
                null);
    }

    /** Of one block, whose sessions these are. */
    private static BlockView view(List<TimetableQuery.Row> rows) {
        List<TimetableQuery.Row> held =
                rows.stream().filter(row -> row.session() != null).toList();
        Map<UUID, MeetingState> calls =
                held.stream().collect(Collectors.toMap(row -> row.session().id, TimetableQuery.Row::meeting));
        TimetableQuery.Row any = rows.get(0);
        return BlockView.of(
                any.block(),
                any.title(),
                held.stream().map(TimetableQuery.Row::session).toList(),
                calls);
    }

    private static Set<String> names(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.toSet());
    }
}
