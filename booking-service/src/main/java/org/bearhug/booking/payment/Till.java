package org.bearhug.booking.payment;

import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stripe, as far as we need it. Each call is made outside of any transaction and, where it changes something, under a
 * key of its own, so that it may be repeated.
 */
@ApplicationScoped
class Till {

    private final StripeCalls stripe;

    Till(
            @ConfigProperty(name = "bearhug.stripe-secret-key") Optional<String> key,
            @ConfigProperty(name = "bearhug.stripe-api-url") String address,
            @ConfigProperty(name = "bearhug.stripe-timeout") Duration timeout) {
        stripe = key.map(secret -> new StripeCalls(secret, address, timeout)).orElse(null);
    }

    boolean isThere() {
        return stripe != null;
    }

    /** A page for this payment: the same one again when it was asked for before. */
    PaidPage open(Intended payment, String backTo) {
        String currency = payment.sum().currency().toLowerCase(Locale.ROOT);
        SessionCreateParams wish = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(payment.purchase().id().toString())
                .putMetadata(PaidPage.OURS, payment.id().toString())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata(PaidPage.OURS, payment.id().toString())
                        .build())
                .setExpiresAt(payment.pageEndsAt().getEpochSecond())
                .setSuccessUrl(backTo)
                .setCancelUrl(backTo)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency(currency)
                                .setUnitAmount(payment.sum().amount())
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName(payment.title())
                                        .build())
                                .build())
                        .build())
                .build();
        return stripe.ask(
                v1 -> PaidPage.of(v1.checkout().sessions().create(wish, under("bearhug-payment-" + payment.id()))));
    }

    PaidPage page(String id) {
        return stripe.ask(v1 -> PaidPage.of(v1.checkout().sessions().retrieve(id)));
    }

    /** Closes a page. @throws TillRefused when it is not open any more */
    PaidPage close(String id) {
        return stripe.ask(v1 -> PaidPage.of(v1.checkout().sessions().expire(id)));
    }

    /** Whether the bank has not said yet what becomes of it. */
    boolean isProcessing(String intent) {
        return stripe.ask(v1 -> v1.paymentIntents().retrieve(intent).getStatus())
                .equals("processing");
    }

    /** Gives back; an attempt is one under a key of its own, for Stripe repeats under the old one that it said no. */
    GivenBack giveBack(UUID refund, int attempt, String intent, long amount) {
        RefundCreateParams wish = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(amount)
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(GivenBack.OURS, refund.toString())
                .putMetadata(GivenBack.ATTEMPT, String.valueOf(attempt))
                .build();
        String key = "bearhug-refund-" + refund + (attempt == 0 ? "" : "-" + attempt);
        return stripe.ask(v1 -> GivenBack.of(v1.refunds().create(wish, under(key))));
    }

    GivenBack given(String id) {
        return stripe.ask(v1 -> GivenBack.of(v1.refunds().retrieve(id)));
    }

    /** What was given back by this attempt already; keys are forgotten after a day, this is not. */
    Optional<GivenBack> alreadyGiven(UUID refund, int attempt, String intent) {
        RefundListParams of = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(100L)
                .build();
        return stripe.ask(v1 -> v1.refunds().list(of).getData()).stream()
                .map(GivenBack::of)
                .filter(each -> refund.equals(each.ours()) && each.attempt() == attempt)
                .findFirst();
    }

    Disputed disputed(String id) {
        return stripe.ask(v1 -> Disputed.of(v1.disputes().retrieve(id)));
    }

    private static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
