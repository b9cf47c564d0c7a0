package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.timetable.Terms;

/**
 * A booking as its carer sees it.
 *
 * @param price of all children together; for a carer who did not book, of the children they share
 * @param cameBack of that price, when the booking or a session of it was cancelled
 * @param balance what is still to be paid, or to be paid back when it is below nothing; only for who made it
 * @param payment how it is paid; only for who made it, and only where there is something to pay
 * @param payableOnline whether something is owed for which a page can be asked for; only for who made it
 * @param movedFrom the booking whose place it took, and how much more it costs
 * @param terms as they were when it was booked
 * @param places in the order of their dates
 */
record BookingView(
        UUID id,
        Booking.State state,
        String title,
        UUID blockId,
        UUID sessionId,
        PriceView price,
        Money cameBack,
        Money balance,
        PaymentView payment,
        boolean payableOnline,
        Terms terms,
        UUID movedFrom,
        Money difference,
        Instant bookedAt,
        Instant cancelledAt,
        List<PlaceView> places) {

    static BookingView of(
            Booking booking,
            PriceView price,
            Money cameBack,
            Money balance,
            PaymentView payment,
            boolean payableOnline,
            List<PlaceView> places) {
        return new BookingView(
                booking.id,
                booking.state,
                booking.title,
                booking.blockId,
                booking.sessionId,
                price,
                cameBack,
                balance,
                payment,
                payableOnline,
                booking.terms,
                booking.movedFrom,
                booking.difference == null ? null : new Money(booking.difference, booking.currency),
                booking.bookedAt,
                booking.cancelledAt,
                places);
    }

    /** Of a booking that was just begun and is being paid: it has no places yet, and owes nothing. */
    static BookingView pending(UUID id, Agreement agreement, Instant now, PaymentView payment) {
        return begun(id, Booking.State.PENDING_PAYMENT, agreement, nothing(agreement), now, payment, List.of());
    }

    /** Of a booking that was just made, whose price would have been paid before if it could be paid online. */
    static BookingView of(UUID id, Agreement agreement, Instant now, PaymentView payment, List<PlaceView> places) {
        return begun(id, Booking.State.CONFIRMED, agreement, agreement.price().total(), now, payment, places);
    }

    private static Money nothing(Agreement agreement) {
        return new Money(0, agreement.price().total().currency());
    }

    private static BookingView begun(
            UUID id,
            Booking.State state,
            Agreement agreement,
            Money owed,
            Instant now,
            PaymentView payment,
            List<PlaceView> places) {
        return new BookingView(
                id,
                state,
                agreement.title(),
                agreement.blockId(),
                agreement.sessionId(),
                PriceView.of(agreement.price()),
                nothing(agreement),
                owed,
                payment,
                false,
                agreement.terms(),
                null,
                null,
                now,
                null,
                places);
    }
}
