package org.bearhug.booking.payment;

import com.stripe.model.Refund;
import java.util.UUID;

/**
 * Money that goes back, as Stripe knows it.
 *
 * @param ours the refund of ours that it is; null when somebody made it by hand there
 */
record GivenBack(String id, UUID ours, String intent, long amount, String status, String failure) {

    /** Under this name Stripe keeps our id. */
    static final String OURS = "refund";

    static GivenBack of(Refund refund) {
        return new GivenBack(
                refund.getId(),
                PaidPage.ours(refund.getMetadata(), OURS),
                refund.getPaymentIntent(),
                refund.getAmount(),
                refund.getStatus(),
                refund.getFailureReason());
    }

    boolean hasFailed() {
        return status.equals("failed") || status.equals("canceled");
    }
}
