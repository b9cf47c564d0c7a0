package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.pass.Passes;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.voucher.VoucherUses;
import org.bearhug.kit.Refusal;

/** Making a booking: whole, for all its sessions and children, or not at all. */
@ApplicationScoped
class Bookings {

    @Inject
    Agreements agreements;

    @Inject
    HeldAgreements held;

    @Inject
    SeatLedger ledger;

    @Inject
    DeskFacts facts;

    @Inject
    OpeningTime openingTime;

    @Inject
    VoucherUses voucherUses;

    @Inject
    PendingBookings pending;

    @Inject
    Passes passes;

    @Inject
    Limits limits;

    @Inject
    Clock clock;

    /**
     * Books.
     *
     * @throws Refusal as {@link Agreements#on}, 409 {@code already-booked}, {@code session-full}, {@code too-many-unpaid-bookings},
     *     {@code too-many-holds} where it is paid first
     */
    @Transactional
    BookingView book(UUID carer, Wanted wanted) {
        Agreement agreement = agreements.on(carer, wanted);
        Instant now = clock.instant();
        if (pending.concern(agreement)) {
            return pending.begin(agreement, now);
        }
        limits.requireFewUnpaid(agreement);
        BookingView booking = confirmed(agreement, ledger.take(agreement, now), now);
        if (agreement.voucherId() != null) {
            voucherUses.useFor(agreement.voucherId(), carer, agreement.childIds(), booking.id(), null);
        }
        return booking;
    }

    /**
     * Books what is held, at the price at which it is held.
     *
     * @throws Refusal 404 for another's hold, 409 {@code hold-expired}, {@code already-booked}, {@code too-many-unpaid-bookings}, and {@code
     *     sales-closed} when one of the sessions was cancelled meanwhile
     */
    @Transactional
    BookingView bookHeld(UUID carer, UUID holdId) {
        return book(Hold.lockedOf(carer, holdId).orElseThrow(() -> Refusal.notFound("hold")), null);
    }

    /**
     * Books what is offered to a family in line.
     *
     * @param how it is paid, with what voucher or which pass
     * @throws Refusal as {@link #bookHeld} and {@link HeldAgreements#reduce}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    BookingView bookOffered(Hold offer, SeatOffersResource.Acceptance how) {
        if (how.voucher() != null) {
            held.reduce(offer, how.voucher());
        }
        return book(offer, how.passId());
    }

    private BookingView book(Hold hold, UUID passId) {
        Instant now = clock.instant();
        hold.requireAlive(now);
        Agreement kept = held.on(hold);
        Agreement agreement = passId == null ? kept : paidWith(passId, hold, kept);
        if (pending.concern(agreement)) {
            return pending.begin(hold, agreement, now);
        }
        limits.requireFewUnpaid(agreement);
        BookingView booking = confirmed(agreement, ledger.fulfil(hold, agreement, now), now);
        if (agreement.voucherId() != null) {
            voucherUses.passOn(hold.id, booking.id());
        }
        if (passId != null) {
            passes.usedFor(booking.id(), passId, agreement.seats());
        }
        hold.delete();
        return booking;
    }

    private Agreement paidWith(UUID passId, Hold hold, Agreement agreement) {
        hold.requireNoVoucher();
        return agreement.paidWith(passes.take(agreement.carerId(), passId, agreement.purpose()));
    }

    private BookingView confirmed(Agreement agreement, List<SeatChange> taken, Instant now) {
        facts.placesTaken(agreement.carerId(), taken);
        SeatChange.Due due = taken.get(0).due();
        List<Place> places = taken.stream()
                .map(change -> change.confirmed(agreement.carerId()))
                .toList();
        PaymentView payment =
                due == null ? null : PaymentView.due(due.id(), agreement.price().total(), due.until(), due.howToPay());
        return BookingView.of(taken.get(0).ownerId(), agreement, now, payment, agreement.views(places, openingTime));
    }
}
