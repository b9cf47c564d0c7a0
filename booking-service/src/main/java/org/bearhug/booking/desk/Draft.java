package org.bearhug.booking.desk;

import java.util.List;
import java.util.UUID;
import org.bearhug.booking.payment.PaymentView;

/**
 * A booking as it will be written if it comes about; ids and answer are known before.
 *
 * @param places child by child and in each the sessions in order, as the shares of the price are
 * @param facts what is told of each place, as JSON
 * @param instructor who is to be paid, or null when there is nothing to pay, as {@code due}
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
        String location,
        String body) {}
