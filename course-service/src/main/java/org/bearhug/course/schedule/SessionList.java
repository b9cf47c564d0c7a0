package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.course.Viewer;
import org.bearhug.course.meeting.MeetingState;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Page;

/** Sessions by their dates. */
@ApplicationScoped
class SessionList {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID NOBODY = LOWEST;

    private static final String PAGE =
            """
            select s, c.title from Session s join Block b on b.id = s.blockId join Course c on c.id = s.courseId
             where (b.publishedAt is not null or c.instructorId = :teacher or :admin = true)
               and s.localStart >= :from and s.localStart < :until
               and (s.startsAt > :start or s.startsAt = :start and s.id > :id)""";

    private static final String ORDER = " order by s.startsAt, s.id";

    @Inject
    EntityManager entities;

    @Inject
    Meetings meetings;

    /** What is looked for; null where nothing is asked. */
    record Filter(UUID block, Days days) {}

    private record Place(Instant start, UUID id) {}

    @Transactional
    Page<SessionView> page(Filter filter, Viewer viewer, String cursor, int limit) {
        Place after =
                Page.Cursor.read(cursor, keys -> new Place(Days.instant(keys.get(0)), UUID.fromString(keys.get(1))));
        List<Object[]> fetched = query(filter, viewer, after == null ? new Place(Instant.EPOCH, LOWEST) : after)
                .setMaxResults(limit + 1)
                .getResultList();
        Map<UUID, MeetingState> calls =
                meetings.states(fetched.stream().map(row -> session(row).id).toList());
        return Page.of(
                fetched,
                limit,
                row -> Page.Cursor.after(session(row).startsAt, session(row).id),
                row -> SessionView.of(session(row), (String) row[1], calls.get(session(row).id)));
    }

    private TypedQuery<Object[]> query(Filter filter, Viewer viewer, Place after) {
        String ofBlock = filter.block() == null ? "" : " and s.blockId = :block";
        TypedQuery<Object[]> query = entities.createQuery(PAGE + ofBlock + ORDER, Object[].class)
                .setParameter("teacher", viewer.teacher() == null ? NOBODY : viewer.teacher())
                .setParameter("admin", viewer.admin())
                .setParameter("from", filter.days().begin())
                .setParameter("until", filter.days().end())
                .setParameter("start", after.start())
                .setParameter("id", after.id());
        return filter.block() == null ? query : query.setParameter("block", filter.block());
    }

    private static Session session(Object[] row) {
        return (Session) row[0];
    }
}
