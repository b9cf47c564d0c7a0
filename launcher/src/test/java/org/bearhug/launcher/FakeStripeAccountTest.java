package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeStripeAccountTest {

    private final Settings without = Settings.of(Path.of("."), Map.of("BEARHUG_PORT_OFFSET", "100"));

    @Test
    void booking_is_told_where_the_fake_is_when_there_is_one() {
        Settings with = without.withFakeStripe();

        assertThat(FakeStripeAccount.ofBookings(with))
                .containsEntry("BEARHUG_STRIPE_API_URL", "http://localhost:8191")
                .containsEntry("BEARHUG_STRIPE_SECRET_KEY", "sk_test_fake")
                .containsEntry("BEARHUG_STRIPE_WEBHOOK_SECRETS", FakeStripeAccount.WEBHOOK_SECRET);
    }

    @Test
    void nobody_is_told_anything_when_there_is_none() {
        assertThat(FakeStripeAccount.ofBookings(without)).isEmpty();
        assertThat(FakeStripeAccount.ofBookings(without.withFakeZoom())).doesNotContainKey("BEARHUG_STRIPE_API_URL");
    }
}
