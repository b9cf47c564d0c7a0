package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Lines of one's own classes, to be looked at. */
@ApplicationScoped
class Lines {

    private static final String IN_LINE =
            """
              FROM waitlist_entry
             WHERE course_id = :course
               AND (state = 'WAITING' OR state = 'OFFERED' AND offer_expires_at > :now)
               AND""";

    /** For the block, or one session of it. */
    private static final String FOR_BLOCK =
            """
             (:id = ANY(block_ids) OR session_id IN (SELECT id FROM class_session WHERE block_id = :id))""";

    /** For the session, or the block it is of. */
    private static final String FOR_SESSION =
            """
             (:id = session_id OR (SELECT block_id FROM class_session WHERE id = :id) = ANY(block_ids))""";

    @Inject
    Session database;

    @Inject
    Timetable timetable;

    @Inject
    Positions positions;

    @Inject
    Families families;

    @Inject
    Clock clock;

    /**
     * Who waits for a block, or for a session of it.
     *
     * @throws Refusal 404 for another instructor's
     */
    @Transactional
    LineView ofBlock(UUID instructor, UUID id) {
        UUID course = timetable.courseOfTaughtBlock(instructor, id).orElseThrow(() -> Refusal.notFound("block"));
        return view(FOR_BLOCK, course, id);
    }

    /**
     * Who waits for a session, or for the block that it is of.
     *
     * @throws Refusal 404 for another instructor's
     */
    @Transactional
    LineView ofSession(UUID instructor, UUID id) {
        UUID course = timetable
                .taughtSession(instructor, id)
                .map(ScheduledSession::courseId)
                .orElseThrow(() -> Refusal.notFound("session"));
        return view(FOR_SESSION, course, id);
    }

    private LineView view(String which, UUID course, UUID id) {
        List<WaitlistEntry> first = inLine("SELECT *", which + " ORDER BY nth", WaitlistEntry.class, course, id)
                .setMaxResults(Page.LIMIT)
                .getResultList();
        long all = first.size() < Page.LIMIT
                ? first.size()
                : inLine("SELECT count(*)", which, Long.class, course, id).getSingleResult();
        Map<UUID, Long> standing =
                positions.of(first.stream().map(entry -> entry.id).toList());
        Map<UUID, String> carers =
                families.carerNames(first.stream().map(entry -> entry.carerId).collect(Collectors.toSet()));
        Map<UUID, Child> children = families.byId(
                first.stream().flatMap(entry -> Stream.of(entry.childIds)).collect(Collectors.toSet()));
        return new LineView(
                Math.toIntExact(all),
                first.stream()
                        .map(entry ->
                                LineView.Family.of(entry, standing.get(entry.id), carers.get(entry.carerId), children))
                        .toList());
    }

    private <T> NativeQuery<T> inLine(String what, String which, Class<T> type, UUID course, UUID id) {
        return database.createNativeQuery(what + IN_LINE + which, type)
                .setParameter("course", course)
                .setParameter("id", id)
                .setParameter("now", clock.instant());
    }
}
