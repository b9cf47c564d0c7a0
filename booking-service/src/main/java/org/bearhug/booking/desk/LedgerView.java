package org.bearhug.booking.desk;

import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.LedgerEntry;
import org.bearhug.booking.money.Money;

/**
 * What is owed for a booking, and why.
 *
 * @param balance the sum of the entries: more than nothing is to be paid, less than nothing to be paid back
 * @param entries the oldest first
 */
record LedgerView(UUID bookingId, Money balance, List<LedgerEntry> entries) {

    static LedgerView of(Booking booking, List<LedgerEntry> entries) {
        long sum = entries.stream().mapToLong(entry -> entry.amount().amount()).sum();
        return new LedgerView(booking.id, new Money(sum, booking.currency), entries);
    }
}
