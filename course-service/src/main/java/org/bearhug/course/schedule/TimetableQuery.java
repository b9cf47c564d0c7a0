package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.course.Viewer;
import org.bearhug.course.meeting.MeetingState;

/** What a viewer is shown of blocks and their sessions, a row for each session. */
@ApplicationScoped
class TimetableQuery {

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
    record Row(String title, Block block, Session session, MeetingState meeting) {

        private static Row of(Object[] columns) {
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

    /** One row if it is there and shown. */
    List<Row> session(UUID id, Viewer viewer) {
        return rows(query(SESSION, id, viewer));
    }

    /** None if it is not there or not shown. */
    List<Row> block(UUID id, Viewer viewer) {
        return rows(query(BLOCK, id, viewer));
    }

    /** So many blocks of a course at most, in the order they were made. */
    List<Row> blocks(UUID courseId, Viewer viewer, UUID after, int most) {
        return rows(query(BLOCKS, courseId, viewer).setParameter("after", after).setParameter("most", most));
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
}
