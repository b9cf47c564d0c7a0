package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

/** Gives places back, for all children of a booking or for some. Its booking is locked by whoever asks. */
@ApplicationScoped
class Surrender {

    @Inject
    Timetable timetable;

    @Inject
    SeatLedger ledger;

    @Inject
    Places places;

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

    /** What would come back for these children now. */
    Cancellation preview(Booking booking, List<Place> all, Collection<UUID> children) {
        return Cancellation.of(booking, of(children, all), sessions(all), clock.instant());
    }

    /** Whether a session of these is still to come. */
    boolean isInTime(List<Place> all) {
        return !toCome(all, clock.instant()).isEmpty();
    }

    /**
     * Gives back what these children hold in sessions to come, and notes what comes back for it. A booking that holds
     * nothing more to come is cancelled.
     *
     * @param by whose doing it is, or null when it follows from a fact
     */
    void of(Booking booking, List<Place> all, Collection<UUID> children, UUID by) {
        Instant now = clock.instant();
        List<UUID> toCome = toCome(all, now);
        if (toCome.isEmpty()) {
            return;
        }
        Cancellation cancellation = Cancellation.of(booking, of(children, all), sessions(all), now);
        boolean holdsMore = all.stream()
                .anyMatch(place -> place.isConfirmed()
                        && toCome.contains(place.sessionId())
                        && !children.contains(place.childId()));
        if (!holdsMore && cancellation.percent() == 100 && booking.uses(PriceLine.Code.VOUCHER)) {
            vouchers.giveBack(booking.id);
        }
        if (cancellation.percent() == 100 && booking.uses(PriceLine.Code.PASS)) {
            passes.giveBack(booking.id, cancellation.byPlace().size());
        }
        List<SeatChange> released = ledger.release(booking.id, children, toCome, now);
        if (!released.isEmpty()) {
            places.comeBack(cancellation.byPlace());
            money.credit(booking.id, cancellation.comesBack(), "cancelled", by);
            facts.placesReleased(booking.carerId, DeskFacts.Reason.BOOKING_CANCELLED, released);
        }
        if (!holdsMore) {
            booking.cancel(now);
            Credit.freeFrom(booking.id);
        }
        payments.settle(booking.id);
        facts.bookingChanged(booking);
    }

    /** Gives back what is to come and was not paid in time; it need not be paid any more. */
    void lapse(Booking booking, List<Place> all) {
        Instant now = clock.instant();
        List<UUID> toCome = toCome(all, now);
        List<Place> lost = all.stream()
                .filter(place -> place.isConfirmed() && toCome.contains(place.sessionId()))
                .toList();
        if (booking.uses(PriceLine.Code.VOUCHER)) {
            vouchers.giveBack(booking.id);
        }
        if (!lost.isEmpty()) {
            List<SeatChange> released =
                    ledger.release(booking.id, lost.stream().map(Place::childId).toList(), toCome, now);
            places.comeBack(lost.stream().collect(Collectors.toMap(Place::id, Place::price)));
            long forgiven = lost.stream().mapToLong(Place::price).sum();
            money.credit(booking.id, new Money(forgiven, booking.currency), "not-paid", null);
            facts.placesReleased(booking.carerId, DeskFacts.Reason.NOT_PAID, released);
            Credit.freeFrom(booking.id);
        }
        booking.state = Booking.State.EXPIRED;
        facts.bookingChanged(booking);
    }

    private List<UUID> toCome(List<Place> all, Instant now) {
        return sessions(all).stream()
                .filter(session -> session.startsAt().isAfter(now))
                .map(ScheduledSession::id)
                .toList();
    }

    private Collection<ScheduledSession> sessions(List<Place> all) {
        return timetable
                .sessions(all.stream().map(Place::sessionId).collect(Collectors.toSet()))
                .values();
    }

    private static List<Place> of(Collection<UUID> children, List<Place> all) {
        return all.stream().filter(place -> children.contains(place.childId())).toList();
    }
}
