package org.bearhug.booking.payment;

import com.stripe.model.Refund;
import java.util.Map;
import java.util.UUID;

/**
 * Money that goes back, as Stripe knows it.
 *
 * @param ours the refund of ours that it is; null when somebody made it by hand there
 * @param attempt how many came to nothing before it
 */
record GivenBack(String id, UUID ours, int attempt, String intent, long amount, String status, String failure) {

    /** Under this name Stripe keeps our id. */
    static final String OURS = "refund";

    /** Under this one the number of the attempt, from 0 on. */
    static final String ATTEMPT = "attempt";

    static GivenBack of(Refund refund) {
        return new GivenBack(
                refund.getId(),
                PaidPage.ours(refund.getMetadata(), OURS),
                attempt(refund.getMetadata()),
                refund.getPaymentIntent(),
                refund.getAmount(),
                refund.getStatus(),
                refund.getFailureReason());
    }

    private static int attempt(Map<String, String> metadata) {
        String attempt = metadata == null ? null : metadata.get(ATTEMPT);
        return attempt == null || !attempt.matches("\\d{1,4}") ? 0 : Integer.parseInt(attempt);
    }

    boolean hasFailed() {
        return status.equals("failed") || status.equals("canceled");
    }
}
