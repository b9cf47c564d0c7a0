package org.bearhug.booking.payment;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
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
 * Stripe, as far as we need it. Each call is bounded in time, made outside of any transaction, and, where it changes
 * something, under a key of its own, so that it may be repeated.
 */
@ApplicationScoped
class Till {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final StripeClient stripe;

    private interface Ask<T> {
        T ask() throws StripeException;
    }

    Till(
            @ConfigProperty(name = "bearhug.stripe-secret-key") Optional<String> key,
            @ConfigProperty(name = "bearhug.stripe-api-url") String address,
            @ConfigProperty(name = "bearhug.stripe-timeout") Duration timeout) {
        Stripe.enableTelemetry = false;
        stripe = key.map(secret -> StripeClient.builder()
                        .setApiKey(secret)
                        .setApiBase(address)
                        .setConnectTimeout((int) CONNECTING.toMillis())
                        .setReadTimeout((int) timeout.toMillis())
                        .setMaxNetworkRetries(0)
                        .build())
                .orElse(null);
    }

    boolean isThere() {
        return stripe != null;
    }

    /** A page for this payment: the same one again when it was asked for before. */
    PaidPage open(Payment payment, String what, String backTo) {
        String currency = payment.currency.toLowerCase(Locale.ROOT);
        SessionCreateParams wish = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(payment.purchase().id().toString())
                .putMetadata(PaidPage.OURS, payment.id.toString())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata(PaidPage.OURS, payment.id.toString())
                        .build())
                .setExpiresAt(payment.pageEndsAt.getEpochSecond())
                .setSuccessUrl(backTo)
                .setCancelUrl(backTo)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency(currency)
                                .setUnitAmount(payment.amount)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName(what)
                                        .build())
                                .build())
                        .build())
                .build();
        return asked(() ->
                PaidPage.of(stripe.v1().checkout().sessions().create(wish, under("bearhug-payment-" + payment.id))));
    }

    PaidPage page(String id) {
        return asked(() -> PaidPage.of(stripe.v1().checkout().sessions().retrieve(id)));
    }

    /** Closes a page. @throws TillRefused when it is not open any more */
    PaidPage close(String id) {
        return asked(() -> PaidPage.of(stripe.v1().checkout().sessions().expire(id)));
    }

    /** Whether the bank has not said yet what becomes of it. */
    boolean isProcessing(String intent) {
        return asked(() -> stripe.v1().paymentIntents().retrieve(intent).getStatus())
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
        return asked(() -> GivenBack.of(stripe.v1().refunds().create(wish, under(key))));
    }

    GivenBack given(String id) {
        return asked(() -> GivenBack.of(stripe.v1().refunds().retrieve(id)));
    }

    /** What was given back by this attempt already; keys are forgotten after a day, this is not. */
    Optional<GivenBack> alreadyGiven(UUID refund, int attempt, String intent) {
        RefundListParams of = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(100L)
                .build();
        return asked(() -> stripe.v1().refunds().list(of).getData()).stream()
                .map(GivenBack::of)
                .filter(each -> refund.equals(each.ours()) && each.attempt() == attempt)
                .findFirst();
    }

    Disputed disputed(String id) {
        return asked(() -> Disputed.of(stripe.v1().disputes().retrieve(id)));
    }

    private static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** Without Stripe's own words, which may repeat what a person typed. */
    private static <T> T asked(Ask<T> ask) {
        try {
            return ask.ask();
        } catch (ApiConnectionException
                | ApiException
                | RateLimitException
                | AuthenticationException
                | IdempotencyException e) {
            throw new TillAway(e.getClass().getSimpleName() + " " + e.getStatusCode());
        } catch (StripeException e) {
            throw new TillRefused(e.getCode() == null ? "status-" + e.getStatusCode() : e.getCode());
        }
    }
}
