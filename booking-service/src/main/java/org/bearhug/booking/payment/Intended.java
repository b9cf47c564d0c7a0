package org.bearhug.booking.payment;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;

/**
 * What Stripe is to be asked a page for, with all that it is told.
 *
 * @param id of the payment
 * @param title of what is paid for
 * @param until when what was bought is kept
 * @param pageEndsAt what Stripe is told, which is later where that is sooner than Stripe allows
 */
public record Intended(UUID id, Purchase purchase, String title, Money sum, Instant until, Instant pageEndsAt) {

    /** While Stripe is being asked. */
    public PaymentView opening() {
        return PaymentView.online(id, Payment.State.OPENING, sum, null, until);
    }

    /** With the page that Stripe made. */
    PaymentView on(PaidPage page) {
        return PaymentView.online(id, Payment.State.OPEN, sum, page.url(), until);
    }
}
