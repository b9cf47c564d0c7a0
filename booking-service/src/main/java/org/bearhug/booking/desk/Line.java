package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.kit.Refusal;
import org.bearhug.reads.Changes;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** Who waits for what, in which order. */
@ApplicationScoped
class Line {

    private static final String JOIN =
            """
            INSERT INTO waitlist_entry (carer_id, course_id, title, block_ids, session_id, child_ids, state, joined_at)
            VALUES (:carer, :course, :title, :blocks, :session, :children, 'WAITING', :now)
            RETURNING id""";

    private static final String WANT =
            """
            INSERT INTO waitlist_seat (session_id, child_id, entry_id, option_id, open)
            SELECT session_id, child_id, :entry, :option, :open
              FROM unnest(:sessions) AS session_id, unnest(:children) AS child_id""";

    private static final String LEAVE = "DELETE FROM waitlist_seat WHERE entry_id = :entry RETURNING session_id";

    private static final String OPEN =
            """
            UPDATE waitlist_seat
               SET open = NOT open
             WHERE entry_id = ANY(:waiting)
               AND open <> ((entry_id, option_id) IN (SELECT * FROM unnest(:entries, :options)))
            RETURNING session_id""";

    private static final String HOPEFUL =
            """
            SELECT DISTINCT s.entry_id
              FROM waitlist_seat s
              JOIN class_session c ON c.id = s.session_id
             WHERE s.entry_id = ANY(:entries) AND c.state = 'SCHEDULED' AND c.starts_at > :joinable""";

    private static final String POSITIONS =
            """
            SELECT e.id,
                   (SELECT count(DISTINCT before.entry_id)
                      FROM waitlist_seat mine
                      JOIN waitlist_seat before ON before.session_id = mine.session_id
                      JOIN waitlist_entry first ON first.id = before.entry_id AND first.nth < e.nth
                     WHERE mine.entry_id = e.id) + 1
              FROM waitlist_entry e
             WHERE e.id = ANY(:entries) AND e.state = 'WAITING'""";

    @Inject
    Session database;

    @Inject
    NamedLocks locks;

    @Inject
    Changes changes;

    /** Until the transaction ends nobody else joins or leaves the line of this course, or is called up from it. */
    void lock(UUID course) {
        locks.lock("waitlist", course);
    }

    /**
     * Puts a family at the end.
     *
     * @param options what it waits for, by the id of the block or the session
     * @param open those that it could be offered now, if there were room; for others newcomers need not wait
     * @throws Refusal 409 {@code already-waiting}
     */
    UUID join(
            UUID carer,
            UUID course,
            WaitlistResource.Wish wish,
            Map<UUID, Offer> options,
            Set<UUID> open,
            Instant now) {
        UUID entry = database.createNativeQuery(JOIN, UUID.class)
                .setParameter("carer", carer)
                .setParameter("course", course)
                .setParameter("title", options.values().iterator().next().title())
                .setParameter("blocks", uuids(wish.sessionId() == null ? wish.blockIds() : List.of()))
                .setParameter("session", wish.sessionId(), UUID.class)
                .setParameter("children", uuids(wish.childIds()))
                .setParameter("now", now)
                .getSingleResult();
        try {
            options.forEach((option, offer) -> {
                database.createNativeMutationQuery(WANT)
                        .setParameter("entry", entry)
                        .setParameter("option", option)
                        .setParameter("open", open.contains(option))
                        .setParameter("sessions", uuids(offer.sessionIds()))
                        .setParameter("children", uuids(wish.childIds()))
                        .executeUpdate();
                changes.touch("seats", offer.sessionIds());
            });
        } catch (ConstraintViolationException twice) {
            throw new Refusal(409, "already-waiting", "A child already waits for one of these sessions.");
        }
        return entry;
    }

    /** Waits for this once more; returns whether it does in full, or whether its children wait there already. */
    boolean rejoin(WaitlistEntry entry, UUID option, Offer offer, boolean open) {
        changes.touch("seats", offer.sessionIds());
        return database.createNativeMutationQuery(WANT + " ON CONFLICT DO NOTHING")
                        .setParameter("entry", entry.id)
                        .setParameter("option", option)
                        .setParameter("open", open)
                        .setParameter("sessions", uuids(offer.sessionIds()))
                        .setParameter("children", entry.childIds)
                        .executeUpdate()
                == offer.sessionIds().size() * entry.childIds.length;
    }

    /** What one of those in line could be offered. */
    record Open(UUID entry, UUID option) {}

    /** These could be offered that, of all who wait; for what else they wait for newcomers need not wait. */
    void open(Collection<UUID> waiting, Collection<Open> open) {
        List<UUID> sessions = database.createNativeQuery(OPEN, UUID.class)
                .setParameter("waiting", uuids(waiting))
                .setParameter("entries", open.stream().map(Open::entry).toArray(UUID[]::new))
                .setParameter("options", open.stream().map(Open::option).toArray(UUID[]::new))
                .getResultList();
        changes.touch("seats", sessions);
    }

    /** It waits no more. */
    void leave(UUID entry) {
        List<UUID> sessions = database.createNativeQuery(LEAVE, UUID.class)
                .setParameter("entry", entry)
                .getResultList();
        changes.touch("seats", sessions);
    }

    /** Those of these who wait for a session that starts later than that. */
    Set<UUID> hopeful(Collection<UUID> entries, Instant joinable) {
        return Set.copyOf(database.createNativeQuery(HOPEFUL, UUID.class)
                .setParameter("entries", uuids(entries))
                .setParameter("joinable", joinable)
                .getResultList());
    }

    /** The sessions for which these wait. */
    List<UUID> sessions(Collection<UUID> entries) {
        return database.createNativeQuery(
                        "SELECT DISTINCT session_id FROM waitlist_seat WHERE entry_id = ANY(:entries)", UUID.class)
                .setParameter("entries", uuids(entries))
                .getResultList();
    }

    /** How many families are before those of these that wait, plus one; only those who want a seat in a same session count. */
    Map<UUID, Long> positions(Collection<UUID> entries) {
        return database.createNativeQuery(POSITIONS, Object[].class)
                .setParameter("entries", uuids(entries))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    private static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
