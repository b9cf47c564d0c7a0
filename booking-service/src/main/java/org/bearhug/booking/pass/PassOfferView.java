package org.bearhug.booking.pass;

import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * A pass that can be bought.
 *
 * @param units places in single sessions
 * @param validWeeks after it is bought
 * @param courseIds none for all of the instructor's courses
 */
record PassOfferView(
        UUID id, UUID instructorId, String title, int units, Money price, int validWeeks, List<UUID> courseIds) {

    static PassOfferView of(PassOffer offer) {
        return new PassOfferView(
                offer.id,
                offer.instructorId,
                offer.title,
                offer.units,
                new Money(offer.amount, offer.currency),
                offer.validWeeks,
                List.of(offer.courseIds));
    }
}
