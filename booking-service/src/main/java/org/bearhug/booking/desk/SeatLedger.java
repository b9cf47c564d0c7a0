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
import org.bearhug.booking.payment.Payments;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.NativeQuery;

/**
 * Moves seats from free to held, offered or taken, and from taken to free, each time all of them in one statement: first the sessions' rows
 * are locked in the order of their ids, then it is judged, then written. Whatever has expired in these sessions counts
 * as free. The constraints of the tables stand behind it.
 */
@ApplicationScoped
class SeatLedger {

    private static final Set<String> ONE_SEAT_EACH =
            Set.of("one_active_place_per_child_and_session", "one_held_seat_per_child_and_session");

    @Inject
    Session database;

    @Inject
    Payments payments;

    /**
     * Takes a seat for each child in each session, and writes the booking, in the place of another booking, whose payment
     * counts: a rest is due by hand, also where one pays by Stripe before one has a seat. What is held for these children there
     * is taken up by it.
     *
     * @return one entry for each place
     * @throws Refusal 409 {@code already-booked} or {@code session-full}; nothing is taken then
     */
    List<SeatChange> takeInstead(Agreement agreement, Instant now) {
        return claim(taking(LedgerSql.TAKE, agreement, null, now)
                .setParameter("kind", "TAKEN")
                .setParameter("online", false));
    }

    /** As {@link #takeInstead}, for a booking that is there and waits for it; what is held for it is its own. */
    List<SeatChange> takeFor(UUID booking, Agreement agreement, Instant now) {
        return claim(taking(LedgerSql.TAKE, agreement, booking, now).setParameter("kind", "TAKEN"));
    }

    /**
     * Keeps a seat for each child in each session until then, in the place of what was held for these children there
     * before.
     *
     * @return one entry for each seat; their owner is the hold
     * @throws Refusal as {@link #takeInstead}
     */
    List<SeatChange> hold(Agreement agreement, Instant expiresAt, Instant now) {
        return keep("HELD", agreement, expiresAt, now);
    }

    /** As {@link #hold}, for a family in line, whose turn it is: nobody who waits is asked. */
    List<SeatChange> offer(Agreement agreement, Instant expiresAt, Instant now) {
        return keep("OFFERED", agreement, expiresAt, now);
    }

    private List<SeatChange> keep(String kind, Agreement agreement, Instant expiresAt, Instant now) {
        return claim(
                query(LedgerSql.HOLD, agreement, now).setParameter("kind", kind).setParameter("expiresAt", expiresAt));
    }

    /**
     * Takes the seats of a hold, and writes the booking.
     *
     * @throws Refusal 409 {@code already-booked}, and as {@link Hold#expired} when some of them went to others
     */
    List<SeatChange> fulfil(Hold hold, Agreement agreement, Instant now) {
        List<SeatChange> changes =
                changes(taking(LedgerSql.FULFIL, agreement, null, now).setParameter("hold", hold.id));
        if (changes.isEmpty() || changes.get(0).ownerId() == null) {
            throw hold.expired();
        }
        return changes;
    }

    /** What is taken is to be paid by hand, unless it is paid before. */
    private NativeQuery<Object[]> taking(String statement, Agreement agreement, UUID booking, Instant now) {
        return query(statement, agreement, now)
                .setParameter("booking", booking, UUID.class)
                .setParameter("instructor", agreement.sessions().get(0).instructorId())
                .setParameter("usualDueDays", Payments.USUAL_DUE_DAYS)
                .setParameter("online", booking != null || payments.isOnline());
    }

    private NativeQuery<Object[]> query(String statement, Agreement agreement, Instant now) {
        PriceLines lines = PriceLines.of(agreement.price().lines());
        return database.createNativeQuery(statement, Object[].class)
                .setParameter("sessions", uuids(agreement.sessionIds()))
                .setParameter("children", uuids(agreement.childIds()))
                .setParameter("carer", agreement.carerId())
                .setParameter("block", agreement.blockId(), UUID.class)
                .setParameter("session", agreement.sessionId(), UUID.class)
                .setParameter("booking", null, UUID.class)
                .setParameter("title", agreement.title())
                .setParameter("amount", agreement.price().total().amount())
                .setParameter("currency", agreement.price().total().currency())
                .setParameter("lineCodes", lines.lineCodes())
                .setParameter("lineTexts", lines.lineTexts())
                .setParameter("lineAmounts", lines.lineAmounts())
                .setParameter("shares", agreement.price().shares().toArray(Long[]::new))
                .setParameter("fullUntil", agreement.terms().fullUntilDays())
                .setParameter("partUntil", agreement.terms().partUntilDays())
                .setParameter("partPercent", agreement.terms().partPercent())
                .setParameter("makeUpWeeks", agreement.terms().makeUpWeeks())
                .setParameter("makeUps", agreement.terms().makeUpsPerBlock())
                .setParameter("now", now);
    }

    private static List<SeatChange> claim(NativeQuery<Object[]> statement) {
        List<SeatChange> changes = changes(statement);
        if (changes.stream().anyMatch(SeatChange::stale)) {
            // Now that the rows are locked, nothing changes any more between the look and the deed.
            changes = changes(statement);
        }
        if (changes.isEmpty() || changes.get(0).ownerId() == null) {
            throw SeatChange.refusal(changes);
        }
        return changes;
    }

    private static List<SeatChange> changes(NativeQuery<Object[]> statement) {
        try {
            return statement
                    .setTupleTransformer((row, columns) -> SeatChange.of(row))
                    .getResultList();
        } catch (ConstraintViolationException violation) {
            if (ONE_SEAT_EACH.contains(String.valueOf(violation.getConstraintName()))) {
                // Booked by another request between our look and our lock.
                throw SeatChange.alreadyBooked();
            }
            throw violation;
        }
    }

    /** Locks these sessions in the order of their ids, for two changes in one transaction. */
    void lock(Collection<UUID> sessions) {
        database.createNativeQuery(LedgerSql.LOCK, UUID.class)
                .setParameter("sessions", uuids(sessions))
                .getResultList();
    }

    /**
     * Gives back what this booking still has for these children in these sessions; returns one entry for each place
     * given back.
     */
    List<SeatChange> release(UUID booking, Collection<UUID> children, Collection<UUID> sessions, Instant now) {
        return changes(database.createNativeQuery(LedgerSql.RELEASE, Object[].class)
                .setParameter("booking", booking)
                .setParameter("children", uuids(children))
                .setParameter("sessions", uuids(sessions))
                .setParameter("now", now));
    }

    /** How many seats of these sessions are in no other state. */
    Map<UUID, Integer> free(Collection<UUID> sessions, Instant now) {
        return database.createNativeQuery(LedgerSql.FREE, Object[].class)
                .setParameter("sessions", uuids(sessions))
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }

    private static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
