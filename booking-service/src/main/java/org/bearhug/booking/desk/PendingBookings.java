package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.payment.Payments;
import org.bearhug.booking.voucher.VoucherUses;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/**
 * Bookings that are paid before their seats are taken: until then the seats are held for them, and a little longer than the
 * page is open on which they are paid.
 */
@ApplicationScoped
class PendingBookings {

    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final String BEGIN =
            """
            INSERT INTO booking (carer_id, block_id, session_id, title, children, state, amount, currency, line_codes,
                   line_texts, line_amounts, booked_at, full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
            SELECT carer_id, block_id, session_id, title, cardinality(child_ids), 'PENDING_PAYMENT', amount, currency,
                   line_codes, line_texts, line_amounts, :now, full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block
              FROM hold
             WHERE id = :hold
            RETURNING id""";

    @Inject
    Session database;

    @Inject
    HeldSeats heldSeats;

    @Inject
    Payments payments;

    @Inject
    VoucherUses voucherUses;

    @Inject
    DeskFacts facts;

    /** Whether this is paid first. */
    boolean concern(Agreement agreement) {
        return payments.areFirst(agreement.price().total());
    }

    /**
     * Keeps what is held or offered as long as it is being paid.
     *
     * @throws Refusal 409 {@code hold-expired} when some of it went to others
     */
    BookingView begin(Hold hold, Agreement agreement, Instant now) {
        Instant until = until(agreement, now);
        UUID id = database.createNativeQuery(BEGIN, UUID.class)
                .setParameter("hold", hold.id)
                .setParameter("now", now)
                .getSingleResult();
        List<SeatCount> kept = heldSeats.pend(hold, id, kept(until));
        if (hold.uses(PriceLine.Code.VOUCHER)) {
            voucherUses.passOn(hold.id, id);
        }
        hold.bookingId = id;
        hold.offered = false;
        hold.expiresAt = kept(until);
        PaymentView payment = payments.intend(
                Purchase.booking(id),
                agreement.carerId(),
                agreement.sessions().get(0).instructorId(),
                agreement.price().total(),
                until);
        facts.bookingBegun(BookingFact.pending(id, agreement), kept);
        return BookingView.pending(id, agreement, now, payment);
    }

    private Instant until(Agreement agreement, Instant now) {
        return payments.until(now, agreement.sessions().get(0).startsAt());
    }

    /** How long the seats are held for what is to be paid until then. */
    static Instant kept(Instant until) {
        return until.plus(LEEWAY);
    }

    /** Gives up what is being paid; the page is closed as soon as Stripe answers. */
    void cancel(Booking booking, Instant now) {
        booking.cancel(now);
        giveBack(booking.id);
        payments.callOff(booking.purchase());
        facts.bookingChanged(booking);
    }

    /** What is held for it is free again. */
    void giveBack(UUID id) {
        voucherUses.giveBack(id);
        Hold.ofBooking(id).ifPresent(hold -> facts.seatsChanged(heldSeats.letGo(hold.id)));
    }
}
