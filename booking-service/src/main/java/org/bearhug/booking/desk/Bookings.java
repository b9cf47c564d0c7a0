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

/** Making a booking of what is offered: whole, for all its sessions and children, or not at all. Others are made by {@link PlainBookings}. */
@ApplicationScoped
class Bookings {

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
     * Books what is offered to a family in line.
     *
     * @param how it is paid, with what voucher or which pass
     * @throws Refusal 409 {@code offer-expired}, {@code already-booked}, {@code too-many-unpaid-bookings}, {@code sales-closed} when one of
     *     the sessions was cancelled meanwhile, and as {@link HeldAgreements#reduce} and {@link Passes#take}
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
