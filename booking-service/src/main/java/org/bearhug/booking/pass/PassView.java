package org.bearhug.booking.pass;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.payment.PaymentView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A pass that was bought.
 *
 * @param state how it stands with its money; it can be used while it is {@code PAID}
 * @param balance what is still to be paid for it
 * @param validUntil by then the sessions booked with it have begun
 * @param returnableUntil by when it can be given back if it is paid and not in use
 * @param returnedAt when it was given back; absent for others
 * @param payment how it is paid by Stripe; absent when it is paid by hand
 * @param payableOnline whether something is owed for which its carer can ask for a page
 * @param courseIds none for all of the instructor's courses
 * @param carerName who bought it, for its instructor alone; absent when the carer is erased
 */
record PassView(
        UUID id,
        State state,
        UUID offerId,
        UUID instructorId,
        String title,
        int units,
        int unitsLeft,
        Money price,
        Money balance,
        Instant boughtAt,
        Instant validUntil,
        Instant returnableUntil,
        Instant returnedAt,
        List<UUID> courseIds,
        PaymentView payment,
        boolean payableOnline,
        String carerName) {

    /** How it stands with its money. */
    @Schema(name = "PassState")
    enum State {
        /** Something is owed for it. */
        PENDING_PAYMENT,
        PAID,
        /** It was not paid in time, and is not owed any more. */
        EXPIRED,
        RETURNED;

        static State of(Pass pass, Money balance) {
            if (pass.returnedAt != null) {
                return RETURNED;
            }
            if (pass.lapsedAt != null) {
                return EXPIRED;
            }
            return balance.amount() > 0 ? PENDING_PAYMENT : PAID;
        }
    }

    static PassView of(
            Pass pass,
            Money balance,
            Instant returnableUntil,
            PaymentView payment,
            boolean payableOnline,
            String carerName) {
        return new PassView(
                pass.id,
                State.of(pass, balance),
                pass.offerId,
                pass.instructorId,
                pass.title,
                pass.units,
                pass.units - pass.used,
                pass.price(),
                balance,
                pass.boughtAt,
                pass.validUntil,
                returnableUntil,
                pass.returnedAt,
                List.of(pass.courseIds),
                payment,
                payableOnline,
                carerName);
    }
}
