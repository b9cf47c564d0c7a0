package org.bearhug.course.schedule;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
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
 * Reading blocks and sessions, each answer by one query. What was published once stays readable; drafts are for their
 * instructor.
 */
@ApplicationScoped
class Timetable {

    private static final UUID LOWEST = new UUID(0, 0);

    private static final String COLUMNS =
            "select c.title, b, s, case when m.sealedLink is null then false else true end, m.waiting ";

    private static final String CALL = " left join Meeting m on m.sessionId = s.id ";

    private static final String SHOWN_COURSE =
            " (c.publishedAt is not null or c.instructorId = :teacher or :admin = true) ";

    private static final String SHOWN =
            SHOWN_COURSE + "and (b.publishedAt is not null or c.instructorId = :teacher or :admin = true) ";

    private static final String SESSION =
            COLUMNS + "from Session s join Block b on b.id = s.blockId join Course c on c.id = s.courseId" + CALL
                    + "where s.id = :id and" + SHOWN;

    private static final String BLOCK =
            COLUMNS + "from Block b join Course c on c.id = b.courseId left join Session s on s.blockId = b.id" + CALL
                    + "where b.id = :id and" + SHOWN + "order by s.startsAt, s.id";

    /** A course without blocks is one row without a block; one that is not there, or not shown, is none. */
    private static final String BLOCKS = COLUMNS
            + """
            from Course c
            left join Block b on b.courseId = c.id and b.id in (
                 select o.id
                   from Block o join Course oc on oc.id = o.courseId
                  where oc.id = :id and o.id > :after
                    and (o.publishedAt is not null or oc.instructorId = :teacher or :admin = true)
                  order by o.id
                  limit :most)
            left join Session s on s.blockId = b.id"""
            + CALL + "where c.id = :id and" + SHOWN_COURSE + "order by b.id, s.startsAt, s.id";

    @Inject
    EntityManager entities;

    /** A session with what is shown of its surroundings, or a course or a block that has none. */
    private record Row(String title, Block block, Session session, MeetingState meeting) {

        static Row of(Object[] columns) {
            return new Row(
                    (String) columns[0],
                    (Block) columns[1],
                    (Session) columns[2],
                    MeetingState.of((Boolean) columns[3], (MeetingState) columns[4]));
        }

        SessionView view() {
            return SessionView.of(session, title, meeting);
        }
    }

    @Transactional
    Reading<BlockView> block(UUID id, Viewer viewer) {
        List<Row> rows = rows(query(BLOCK, id, viewer));
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
        Row row = rows(query(SESSION, id, viewer)).stream().findFirst().orElseThrow(() -> Refusal.notFound("session"));
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
        List<Row> rows = rows(query(BLOCKS, courseId, viewer)
                .setParameter("after", requireNonNullElse(after, LOWEST))
                .setParameter("most", limit + 1));
        if (rows.isEmpty()) {
            throw Refusal.notFound("course");
        }
        Collection<List<Row>> blocks = rows.stream()
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

    private TypedQuery<Object[]> query(String text, UUID id, Viewer viewer) {
        return entities.createQuery(text, Object[].class)
                .setParameter("id", id)
                .setParameter("teacher", viewer.teacherOrNobody())
                .setParameter("admin", viewer.admin());
    }

    private static List<Row> rows(TypedQuery<Object[]> query) {
        return query.getResultStream().map(Row::of).toList();
    }

    /** Of one block, whose sessions these are. */
    private static BlockView view(List<Row> rows) {
        List<Row> held = rows.stream().filter(row -> row.session() != null).toList();
        Map<UUID, MeetingState> calls = held.stream().collect(Collectors.toMap(row -> row.session().id, Row::meeting));
        Row any = rows.get(0);
        return BlockView.of(
                any.block(), any.title(), held.stream().map(Row::session).toList(), calls);
    }

    private static Set<String> names(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.toSet());
    }
}
