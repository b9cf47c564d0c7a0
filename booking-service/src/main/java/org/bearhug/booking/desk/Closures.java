package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;
import org.hibernate.Session;

/**
 * When an instructor has cancelled a session, its places are given back and what was paid for them comes back, whatever
 * the terms say. One booking at a time, and again when somebody booked while the news was on its way; each place once,
 * however many instances do it.
 */
@ApplicationScoped
class Closures {

    private static final String CONCERNED =
            """
            SELECT DISTINCT p.booking_id
              FROM class_session c
              JOIN place p ON p.session_id = c.id AND p.state = 'CONFIRMED'
             WHERE c.state = 'CANCELLED'
             LIMIT 500""";

    @Inject
    Session database;

    @Inject
    Places places;

    @Inject
    Surrender surrender;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "close-cancelled-sessions")
    void close() {
        List<UUID> concerned = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CONCERNED, UUID.class).getResultList());
        OneByOne.each("booking", concerned, booking -> QuarkusTransaction.requiringNew()
                .run(() -> close(booking)));
    }

    private void close(UUID id) {
        surrender.ofCancelled(Booking.locked(id), places.ofBooking(id));
    }
}
