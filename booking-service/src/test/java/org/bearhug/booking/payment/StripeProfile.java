package org.bearhug.booking.payment;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** With a Stripe that is played. */
public final class StripeProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bearhug.stripe-secret-key", "sk_test_bearhug",
                "bearhug.stripe-webhook-secrets", "whsec_old," + StripeStage.SECRET,
                "bearhug.stripe-timeout", "PT2S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StripeStage.class));
    }
}
