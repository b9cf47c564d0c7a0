package org.bearhug.launcher;

import java.util.Map;

/** What booking-service is told of a Stripe that is none; it believes everybody, so there is no secret in it. */
final class FakeStripeAccount {

    static final String WEBHOOK_SECRET = "whsec_fake_stripe";

    private FakeStripeAccount() {}

    static Map<String, String> ofBookings(Settings settings) {
        return settings.fakesStripe()
                ? Map.of(
                        "BEARHUG_STRIPE_SECRET_KEY",
                        "sk_test_fake",
                        "BEARHUG_STRIPE_WEBHOOK_SECRETS",
                        WEBHOOK_SECRET,
                        "BEARHUG_STRIPE_API_URL",
                        "http://localhost:" + settings.ports().fakeStripe())
                : Map.of();
    }
}
