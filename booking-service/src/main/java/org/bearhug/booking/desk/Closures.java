package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.pass.Passes;
import org.bearhug.booking.payment.Payments;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.Vouchers;
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
    Timetable timetable;

    @Inject
    Places places;

    @Inject
    SeatLedger ledger;

    @Inject
    Ledger money;

    @Inject
    Vouchers vouchers;

    @Inject
    Payments payments;

    @Inject
    Passes passes;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "close-cancelled-sessions")
    void close() {
        List<UUID> concerned = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CONCERNED, UUID.class).getResultList());
        concerned.forEach(booking -> QuarkusTransaction.requiringNew().run(() -> close(booking)));
    }

    private void close(UUID id) {
        Booking booking = Booking.locked(id);
        List<Place> confirmed =
                places.ofBooking(id).stream().filter(Place::isConfirmed).toList();
        Set<UUID> cancelled = timetable
                .sessions(confirmed.stream().map(Place::sessionId).toList())
                .values()
                .stream()
                .filter(ScheduledSession::cancelled)
                .map(ScheduledSession::id)
                .collect(Collectors.toSet());
        List<Place> lost = confirmed.stream()
                .filter(place -> cancelled.contains(place.sessionId()))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        boolean all = lost.size() == confirmed.size();
        if (all && booking.uses(PriceLine.Code.VOUCHER)) {
            vouchers.giveBack(id);
        }
        if (booking.uses(PriceLine.Code.PASS)) {
            passes.giveBack(id, lost.size());
        }
        Instant now = clock.instant();
        List<SeatChange> released =
                ledger.release(id, lost.stream().map(Place::childId).toList(), cancelled, now);
        places.comeBack(lost.stream().collect(Collectors.toMap(Place::id, Place::price)));
        long back = lost.stream().mapToLong(Place::price).sum();
        money.credit(id, new Money(back, booking.currency), "session-cancelled", null);
        if (all) {
            booking.cancel(now);
            Credit.freeFrom(id);
        }
        facts.placesReleased(booking.carerId, DeskFacts.Reason.SESSION_CANCELLED, released);
        payments.settle(id);
        facts.bookingChanged(booking);
    }
}
