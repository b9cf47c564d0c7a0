package org.bearhug.course.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.schedule.BlockView;
import org.bearhug.course.schedule.BlocksOfSessions;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions.Versioned;
import org.hibernate.query.NativeQuery;

/**
 * Reading entries, one by its name or all in the order in which they were changed. As in a feed, that is the order of
 * transactions, and only what lies below the oldest one still running is shown: nothing can appear below it later.
 */
@ApplicationScoped
class EntryList {

    private static final String END = "SELECT CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text)";

    private static final String ROWS =
            """
            SELECT e.session_id, e.external_id, x.external_id, CAST(e.changed_xid AS text), e.changed_at
              FROM class_entry e JOIN session s ON s.id = e.session_id
              LEFT JOIN external_course x ON x.course_id = s.course_id
             WHERE e.instructor_id = :instructor""";

    private static final String OF_NAME = " AND e.external_id = :name";

    private static final String OF_PAGE =
            """

               AND (e.changed_xid, e.session_id) > (CAST(CAST(:xid AS text) AS xid8), :id)
               AND e.changed_xid < CAST(CAST(:end AS text) AS xid8) AND e.changed_at >= :since
             ORDER BY e.changed_xid, e.session_id
             LIMIT :limit""";

    @Inject
    EntityManager entities;

    @Inject
    BlocksOfSessions blocks;

    /**
     * A page of entries.
     *
     * @param updatedUntil on the last page alone: what to ask for next time to get what changed since
     */
    record EntryPage(List<EntryView> items, String nextCursor, String updatedUntil) {}

    private record Row(UUID sessionId, String externalId, String externalCourseId, String xid, Instant changedAt) {}

    @Transactional
    Versioned<EntryView> read(UUID instructorId, String externalId) {
        Row row = rows(entities.createNativeQuery(ROWS + OF_NAME, Object[].class)
                        .setParameter("instructor", instructorId)
                        .setParameter("name", externalId))
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("class entry"));
        Versioned<BlockView> block = blocks.find(List.of(row.sessionId())).get(row.sessionId());
        return new Versioned<>(view(row, block), block.version());
    }

    /** Entries changed since; those of a transaction that is still running come in a later answer. */
    @Transactional
    EntryPage page(UUID instructorId, ChangedSince since, String cursor, int limit) {
        ChangedSince start = cursor == null ? since : since.from(cursor);
        String end = (String) entities.createNativeQuery(END, String.class).getSingleResult();
        List<Row> fetched = rows(entities.createNativeQuery(ROWS + OF_PAGE, Object[].class)
                .setParameter("instructor", instructorId)
                .setParameter("xid", start.xid())
                .setParameter("id", start.sessionId())
                .setParameter("since", start.instant())
                .setParameter("end", end)
                .setParameter("limit", limit + 1));
        Map<UUID, Versioned<BlockView>> found =
                blocks.find(fetched.stream().map(Row::sessionId).toList());
        Page<EntryView> page = Page.of(
                fetched,
                limit,
                row -> Page.Cursor.after(row.xid(), row.sessionId()),
                row -> view(row, found.get(row.sessionId())));
        return new EntryPage(
                page.items(), page.nextCursor(), page.nextCursor() == null ? ChangedSince.reaching(end) : null);
    }

    @SuppressWarnings("unchecked") // what a transformer makes is not told to the type system
    private static List<Row> rows(Query query) {
        return query.unwrap(NativeQuery.class)
                .setTupleTransformer((columns, names) -> new Row(
                        (UUID) columns[0], (String) columns[1], (String) columns[2], (String) columns[3], (Instant)
                                columns[4]))
                .getResultList();
    }

    private static EntryView view(Row row, Versioned<BlockView> block) {
        return EntryView.of(row.externalId(), row.externalCourseId(), block.view(), row.changedAt());
    }
}
