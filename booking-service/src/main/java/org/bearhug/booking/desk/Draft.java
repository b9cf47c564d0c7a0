package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.payment.Intended;
import org.bearhug.booking.payment.PaymentView;

/**
 * A booking as it will be written if it comes about; ids and answer are known before.
 *
 * @param places child by child and in each the sessions in order, as the shares of the price are
 * @param facts what is told of each place, as JSON; nothing of those that are only held until they are paid
 * @param instructor who is to be paid, or null when there is nothing to pay, as {@code due}
 * @param toPay what Stripe is to be asked a page for, where it is paid before the seats are taken, or null
 * @param news what is told of such a booking, as JSON
 * @param location where it can be read
 * @param body of the answer
 */
record Draft(
        UUID id,
        Agreement agreement,
        List<Place> places,
        List<String> facts,
        PriceLines lines,
        UUID instructor,
        PaymentView due,
        Intended toPay,
        String news,
        String location,
        String body) {

    /** By when it is to be paid. */
    Instant until() {
        if (toPay != null) {
            return toPay.until();
        }
        return due == null ? null : due.dueAt();
    }
}
