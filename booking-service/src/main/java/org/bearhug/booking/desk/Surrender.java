package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** Why something is given back: for the ledger, for others, and whose doing it is. */
    private record Why(String entry, DeskFacts.Reason reason, UUID by) {}

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
        List<Place> given = of(children, all).stream()
                .filter(place -> toCome.contains(place.sessionId()))
                .toList();
        Cancellation cancellation = Cancellation.of(booking, given, sessions(all), now);
        boolean holdsMore = all.stream()
                .anyMatch(place -> place.isConfirmed()
                        && toCome.contains(place.sessionId())
                        && !children.contains(place.childId()));
        if (!holdsMore && cancellation.percent() == 100 && booking.uses(PriceLine.Code.VOUCHER)) {
            vouchers.giveBack(booking.id);
        }
        if (cancellation.inFull() > 0 && booking.uses(PriceLine.Code.PASS)) {
            passes.giveBack(booking.id, cancellation.inFull());
        }
        giveBack(
                booking,
                cancellation.byPlace(),
                children,
                toCome,
                new Why("cancelled", DeskFacts.Reason.BOOKING_CANCELLED, by));
        if (!holdsMore) {
            booking.cancel(now);
            Credit.freeFrom(booking.id);
        }
        payments.settle(booking.purchase());
        facts.bookingChanged(booking);
    }

    /**
     * Gives back what is to come and was not paid in time; it need not be paid any more. A voucher's use comes back when
     * nothing of it has taken place.
     */
    void lapse(Booking booking, List<Place> all) {
        List<UUID> toCome = toCome(all, clock.instant());
        List<Place> confirmed = all.stream().filter(Place::isConfirmed).toList();
        List<Place> lost = confirmed.stream()
                .filter(place -> toCome.contains(place.sessionId()))
                .toList();
        if (booking.uses(PriceLine.Code.VOUCHER) && lost.size() == confirmed.size()) {
            vouchers.giveBack(booking.id);
        }
        if (!lost.isEmpty()) {
            giveBack(
                    booking,
                    inFull(lost),
                    childrenOf(lost),
                    toCome,
                    new Why("not-paid", DeskFacts.Reason.NOT_PAID, null));
            Credit.freeFrom(booking.id);
        }
        booking.state = Booking.State.EXPIRED;
        facts.bookingChanged(booking);
    }

    /** Gives back in full what a booking has in sessions that its instructor has cancelled. */
    void ofCancelled(Booking booking, List<Place> all) {
        List<Place> confirmed = all.stream().filter(Place::isConfirmed).toList();
        Set<UUID> cancelled = sessions(confirmed).stream()
                .filter(ScheduledSession::cancelled)
                .map(ScheduledSession::id)
                .collect(Collectors.toSet());
        List<Place> lost = confirmed.stream()
                .filter(place -> cancelled.contains(place.sessionId()))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        boolean nothingLeft = lost.size() == confirmed.size();
        if (nothingLeft && booking.uses(PriceLine.Code.VOUCHER)) {
            vouchers.giveBack(booking.id);
        }
        if (booking.uses(PriceLine.Code.PASS)) {
            passes.giveBack(booking.id, lost.size());
        }
        giveBack(
                booking,
                inFull(lost),
                childrenOf(lost),
                cancelled,
                new Why("session-cancelled", DeskFacts.Reason.SESSION_CANCELLED, null));
        if (nothingLeft) {
            booking.cancel(clock.instant());
            Credit.freeFrom(booking.id);
        }
        payments.settle(booking.purchase());
        facts.bookingChanged(booking);
    }

    /** Sets seats free and enters what comes back for them. */
    private void giveBack(
            Booking booking, Map<UUID, Long> comesBack, Collection<UUID> children, Collection<UUID> sessions, Why why) {
        List<SeatChange> released = ledger.release(booking.id, children, sessions, clock.instant());
        if (!released.isEmpty()) {
            places.comeBack(comesBack);
            long back = comesBack.values().stream().mapToLong(Long::longValue).sum();
            money.credit(booking.purchase(), new Money(back, booking.currency), why.entry(), why.by());
            facts.placesReleased(booking.carerId, why.reason(), released);
        }
    }

    private static Map<UUID, Long> inFull(List<Place> lost) {
        return lost.stream().collect(Collectors.toMap(Place::id, Place::price));
    }

    private static List<UUID> childrenOf(List<Place> lost) {
        return lost.stream().map(Place::childId).toList();
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
