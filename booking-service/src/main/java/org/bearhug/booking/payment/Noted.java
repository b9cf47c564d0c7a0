package org.bearhug.booking.payment;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * What an instructor noted of money that came or went back by hand.
 *
 * @param balance what is owed after it
 */
record Noted(UUID id, UUID bookingId, String kind, Money amount, String note, UUID by, Instant at, Money balance) {

    static Noted of(Object[] row, UUID booking, String currency) {
        return new Noted(
                (UUID) row[0],
                booking,
                (String) row[1],
                new Money((Long) row[2], currency),
                (String) row[3],
                (UUID) row[4],
                (Instant) row[5],
                null);
    }
}
