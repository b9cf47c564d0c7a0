package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * So much may a carer have open at once. Each limit has a lock of the carer's own, which is taken before any seat and kept until the
 * transaction ends: so of two requests at once the second counts what the first has written.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Limits {

    /** In the order in which {@code ledger/shared.sql} locks them, so that two who lock several do not wait for each other. */
    static final String LOCK_UNPAID =
            "SELECT unpaid_under_lock(carer) FROM (SELECT DISTINCT carer FROM unnest(?) AS carer ORDER BY carer) AS owing";

    /** Likewise; all that is held for a carer in the end counts, so whoever locks this has not counted yet. */
    static final String LOCK_HOLDS = "SELECT pg_advisory_xact_lock(hashtextextended('holds ' || carer, 0))"
            + " FROM (SELECT DISTINCT carer FROM unnest(?) AS carer ORDER BY carer) AS keeping";

    /** One whose seats another hold of the same children has now is none. */
    private static final String HOLDS =
            """
            SELECT count(*)
              FROM hold h
             WHERE carer_id = :carer AND NOT offered AND expires_at > :now
               AND EXISTS (SELECT FROM held_seat s WHERE s.hold_id = h.id)""";

    private static final String WAITS =
            """
            SELECT count(*)
              FROM waitlist_entry
             WHERE carer_id = :carer AND (state = 'WAITING' OR state = 'OFFERED' AND offer_expires_at > :now)""";

    /** Locks and counts, as {@code ledger/shared.sql} does. */
    private static final String UNPAID = "SELECT unpaid_under_lock(:carer)";

    private final Session database;
    private final NamedLocks locks;
    private final int mostHolds;
    private final int mostWaits;
    private final int mostUnpaid;

    @Inject
    Limits(
            Session database,
            NamedLocks locks,
            @ConfigProperty(name = "bearhug.open-holds") int mostHolds,
            @ConfigProperty(name = "bearhug.waitlist-entries") int mostWaits,
            @ConfigProperty(name = "bearhug.unpaid-bookings") int mostUnpaid) {
        this.database = database;
        this.locks = locks;
        this.mostHolds = mostHolds;
        this.mostWaits = mostWaits;
        this.mostUnpaid = mostUnpaid;
    }

    /** To be asked before a hold is made, and {@link #requireFewHolds} after: it may take the place of an older one. */
    void lockHolds(UUID carer) {
        locks.lock("holds", carer);
    }

    /** @throws Refusal 409 {@code too-many-holds}; what is held for a booking that is being paid counts too */
    void requireFewHolds(UUID carer, Instant now) {
        long holds = database.createNativeQuery(HOLDS, Long.class)
                .setParameter("carer", carer)
                .setParameter("now", now)
                .getSingleResult();
        if (holds > mostHolds) {
            throw tooManyHolds();
        }
    }

    /** Before one more. @throws Refusal 409 {@code too-many-waits} */
    void requireFewWaits(UUID carer, Instant now) {
        locks.lock("waits", carer);
        long waits = database.createNativeQuery(WAITS, Long.class)
                .setParameter("carer", carer)
                .setParameter("now", now)
                .getSingleResult();
        if (waits >= mostWaits) {
            throw new Refusal(409, "too-many-waits", "You wait for a lot already. Leave a line first.")
                    .with("limit", mostWaits);
        }
    }

    /** Before one more that is to be paid by hand, if it costs something. @throws Refusal 409 {@code too-many-unpaid-bookings} */
    void requireFewUnpaid(Agreement agreement) {
        if (agreement.price().total().amount() == 0) {
            return;
        }
        long unpaid = database.createNativeQuery(UNPAID, Long.class)
                .setParameter("carer", agreement.carerId())
                .getSingleResult();
        if (unpaid >= mostUnpaid) {
            throw tooManyUnpaid();
        }
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    int mostUnpaid() {
        return mostUnpaid;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    int mostHolds() {
        return mostHolds;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    Refusal tooManyHolds() {
        return new Refusal(409, "too-many-holds", "Many seats are held for you. Book some, or let them go.")
                .with("limit", mostHolds);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    Refusal tooManyUnpaid() {
        return new Refusal(409, "too-many-unpaid-bookings", "Many of your bookings are not paid. Pay for some first.")
                .with("limit", mostUnpaid);
    }
}
