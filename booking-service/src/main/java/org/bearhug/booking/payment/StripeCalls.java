package org.bearhug.booking.payment;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.service.V1Services;
import java.time.Duration;

/** How Stripe is called: once, bounded in time, and with two ways in which it may come to nothing. */
final class StripeCalls {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final StripeClient client;

    /** What is asked. */
    interface Question<T> {
        T ask(V1Services stripe) throws StripeException;
    }

    StripeCalls(String key, String address, Duration timeout) {
        Stripe.enableTelemetry = false;
        client = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(address)
                .setConnectTimeout((int) CONNECTING.toMillis())
                .setReadTimeout((int) timeout.toMillis())
                .setMaxNetworkRetries(0)
                .build();
    }

    /**
     * Asks. Without Stripe's own words, which may repeat what a person typed.
     *
     * @throws TillAway when it is worth another try
     * @throws TillRefused when it is not
     */
    <T> T ask(Question<T> question) {
        try {
            return question.ask(client.v1());
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
