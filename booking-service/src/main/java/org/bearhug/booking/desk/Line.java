package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /** It waits no more. */
    void leave(UUID entry) {
        List<UUID> sessions = database.createNativeQuery(LEAVE, UUID.class)
                .setParameter("entry", entry)
                .getResultList();
        changes.touch("seats", sessions);
    }

    private static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
