package org.bearhug.booking.desk;

import java.util.UUID;
import org.bearhug.booking.money.Money;

/** What is told of a booking. */
record BookingFact(
        UUID id, UUID carerId, UUID blockId, UUID sessionId, Booking.State state, Money price, Money cameBack) {

    /** Of one that is there already. */
    static BookingFact of(Booking booking, long cameBack) {
        return new BookingFact(
                booking.id,
                booking.carerId,
                booking.blockId,
                booking.sessionId,
                booking.state,
                booking.price(),
                new Money(cameBack, booking.currency));
    }

    /** Of one that begins with this, and is being paid. */
    static BookingFact pending(UUID id, Agreement agreement) {
        Money price = agreement.price().total();
        return new BookingFact(
                id,
                agreement.carerId(),
                agreement.blockId(),
                agreement.sessionId(),
                Booking.State.PENDING_PAYMENT,
                price,
                new Money(0, price.currency()));
    }
}
