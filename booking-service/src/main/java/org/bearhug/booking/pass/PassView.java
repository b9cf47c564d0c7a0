package org.bearhug.booking.pass;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * A pass that was bought.
 *
 * @param balance what is still to be paid for it; it can be used when that is nothing
 * @param validUntil by then the sessions booked with it have begun
 * @param returnedAt when it was given back; absent for others
 * @param courseIds none for all of the instructor's courses
 * @param carerName who bought it, for its instructor alone; absent when the carer is erased
 */
record PassView(
        UUID id,
        UUID offerId,
        UUID instructorId,
        String title,
        int units,
        int unitsLeft,
        Money price,
        Money balance,
        Instant boughtAt,
        Instant validUntil,
        Instant returnedAt,
        List<UUID> courseIds,
        String carerName) {

    static PassView of(Pass pass, Money balance) {
        return of(pass, balance, null);
    }

    static PassView of(Pass pass, Money balance, String carerName) {
        return new PassView(
                pass.id,
                pass.offerId,
                pass.instructorId,
                pass.title,
                pass.units,
                pass.units - pass.used,
                pass.price(),
                balance,
                pass.boughtAt,
                pass.validUntil,
                pass.returnedAt,
                List.of(pass.courseIds),
                carerName);
    }
}
