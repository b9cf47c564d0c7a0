package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * A booking as its carer sees it.
 *
 * @param price of all children together; for a carer who did not book, of the children they share
 * @param places in the order of their dates
 */
record BookingView(
        UUID id,
        Booking.State state,
        String title,
        UUID blockId,
        UUID sessionId,
        Money price,
        Instant bookedAt,
        Instant cancelledAt,
        List<PlaceView> places) {

    static BookingView of(Booking booking, Money price, List<PlaceView> places) {
        return new BookingView(
                booking.id,
                booking.state,
                booking.title,
                booking.blockId,
                booking.sessionId,
                price,
                booking.bookedAt,
                booking.cancelledAt,
                places);
    }

    /** Of a booking that was just made. */
    static BookingView of(UUID id, Agreement agreement, Instant now, List<PlaceView> places) {
        return new BookingView(
                id,
                Booking.State.CONFIRMED,
                agreement.title(),
                agreement.blockId(),
                agreement.sessionId(),
                agreement.price(),
                now,
                null,
                places);
    }
}
