package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bearhug.course.course.Viewer;
import org.bearhug.course.meeting.MeetingState;
import org.bearhug.kit.Page;
import org.bearhug.reads.Reading;

/** Sessions by their dates, each page by one query. */
@ApplicationScoped
class SessionList {

    private static final Set<String> SHOWN = Set.of("course", "block", "session", "meeting");

    private static final UUID LOWEST = new UUID(0, 0);

    private static final String PAGE =
            """
            select s, c.title, case when m.sealedLink is null then false else true end, m.waiting
              from Session s
              join Block b on b.id = s.blockId
              join Course c on c.id = s.courseId
              left join Meeting m on m.sessionId = s.id
             where (b.publishedAt is not null or c.instructorId = :teacher or :admin = true)
               and s.localStart >= :from and s.localStart < :until
               and (s.startsAt, s.id) > (:start, :id) and s.startsAt < :end""";

    private static final String ORDER = " order by s.startsAt, s.id";

    @Inject
    EntityManager entities;

    /** What is looked for; null where nothing is asked. */
    record Filter(UUID block, Days days) {}

    private record Place(Instant start, UUID id) {}

    @Transactional
    Reading<Page<SessionView>> page(Filter filter, Viewer viewer, String cursor, int limit) {
        Place after =
                Page.Cursor.read(cursor, keys -> new Place(Days.instant(keys.get(0)), UUID.fromString(keys.get(1))));
        Place begin = after == null ? new Place(filter.days().earliest(), LOWEST) : after;
        List<Object[]> fetched =
                query(filter, viewer, begin).setMaxResults(limit + 1).getResultList();
        Page<SessionView> page = Page.of(
                fetched,
                limit,
                row -> Page.Cursor.after(session(row).startsAt, session(row).id),
                row -> SessionView.of(
                        session(row), (String) row[1], MeetingState.of((Boolean) row[2], (MeetingState) row[3])));
        return new Reading<>(page, null, SHOWN, null);
    }

    private TypedQuery<Object[]> query(Filter filter, Viewer viewer, Place after) {
        String ofBlock = filter.block() == null ? "" : " and s.blockId = :block";
        TypedQuery<Object[]> query = entities.createQuery(PAGE + ofBlock + ORDER, Object[].class)
                .setParameter("teacher", viewer.teacherOrNobody())
                .setParameter("admin", viewer.admin())
                .setParameter("from", filter.days().begin())
                .setParameter("until", filter.days().end())
                .setParameter("start", after.start())
                .setParameter("end", filter.days().latest())
                .setParameter("id", after.id());
        return filter.block() == null ? query : query.setParameter("block", filter.block());
    }

    private static Session session(Object[] row) {
        return (Session) row[0];
    }
}
