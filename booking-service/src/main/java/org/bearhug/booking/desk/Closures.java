package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.news.ClassNews;
import org.bearhug.booking.pass.Passes;
import org.bearhug.booking.payment.Refunds;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.voucher.VoucherUses;
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
    Release release;

    @Inject
    VoucherUses voucherUses;

    @Inject
    Passes passes;

    @Inject
    Refunds refunds;

    @Inject
    DeskFacts facts;

    @Inject
    ClassNews news;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "close-cancelled-sessions")
    void close() {
        List<UUID> concerned = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CONCERNED, UUID.class).getResultList());
        OneByOne.each("booking", concerned, booking -> QuarkusTransaction.requiringNew()
                .run(() -> close(Booking.locked(booking), places.ofBooking(booking))));
    }

    /** Gives back in full what a booking has in sessions that its instructor has cancelled. */
    private void close(Booking booking, List<Place> all) {
        List<Place> confirmed = all.stream().filter(Place::isConfirmed).toList();
        List<ScheduledSession> closed = release.sessions(confirmed).stream()
                .filter(ScheduledSession::cancelled)
                .toList();
        Set<UUID> cancelled = closed.stream().map(ScheduledSession::id).collect(Collectors.toSet());
        List<Place> lost = confirmed.stream()
                .filter(place -> cancelled.contains(place.sessionId()))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        boolean nothingLeft = lost.size() == confirmed.size();
        if (nothingLeft && booking.uses(PriceLine.Code.VOUCHER)) {
            voucherUses.giveBack(booking.id);
        }
        if (booking.uses(PriceLine.Code.PASS)) {
            passes.giveBack(booking.id, lost.size());
        }
        if (nothingLeft) {
            Credit.freeFrom(booking.id);
        }
        release.inFull(
                booking,
                lost,
                cancelled,
                new Release.Why("session-cancelled", DeskFacts.Reason.SESSION_CANCELLED, null));
        if (nothingLeft) {
            booking.cancel(clock.instant());
        }
        refunds.settle(booking.purchase());
        facts.bookingChanged(booking);
        news.cancelled(booking.carerId, closed);
    }
}
