package org.bearhug.booking.desk;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/**
 * Gives back what has expired. Any number of instances may do so at once; and nobody waits for it, since a claim counts
 * what has expired as free.
 */
@ApplicationScoped
class ExpiredHolds {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** Stripe may tell of a payment days later. */
    private static final Duration REMEMBERED_FOR_PAYMENT = Duration.ofDays(60);

    private static final String FORGET =
            """
            DELETE FROM hold h
             WHERE (h.expires_at < :longAgo AND h.booking_id IS NULL OR h.expires_at < :veryLongAgo)
               AND NOT EXISTS (SELECT FROM held_seat s WHERE s.hold_id = h.id)""";

    @Inject
    Session database;

    @Inject
    HeldSeats heldSeats;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "give-back-expired-holds")
    @Transactional
    void giveBack() {
        facts.seatsChanged(heldSeats.reclaim(clock.instant()));
    }

    @Scheduled(every = "{bearhug.tidy-every}", identity = "forget-expired-holds")
    @Transactional
    void forget() {
        Instant longAgo = clock.instant().minus(REMEMBERED);
        database.createNativeMutationQuery(FORGET)
                .setParameter("longAgo", longAgo)
                .setParameter("veryLongAgo", clock.instant().minus(REMEMBERED_FOR_PAYMENT))
                .executeUpdate();
    }
}
