package org.bearhug.booking.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bearhug.fakestripe.FakeStripe;
import org.bearhug.testing.Strings;
import org.bearhug.testing.TestClock;

/** The fake Stripe beside the service under test, and its strings. */
public final class StripeStage implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_for_tests";

    private static final String ADDRESS = "bearhug.test.stripe";
    private static final Strings STRINGS = Strings.atProperty(ADDRESS);

    private FakeStripe stripe;

    @Override
    public Map<String, String> start() {
        stripe = FakeStripe.start("localhost", 0);
        System.setProperty(ADDRESS, stripe.address());
        return Map.of("bearhug.stripe-api-url", stripe.address());
    }

    @Override
    public void stop() {
        stripe.close();
    }

    /** Empty, told where to send its messages; they are kept until a test lets them go. */
    static void reset(Instant now) {
        tell("reset", Map.of());
        tell(
                "webhooks",
                Map.of(
                        "address",
                        RestAssured.baseURI + ":" + RestAssured.port + "/v1/payments/stripe/webhooks",
                        "secret",
                        SECRET));
        tell("keep", Map.of());
        at(now);
    }

    /** Everybody's clock. */
    static void at(Instant now) {
        TestClock.set(now);
        tell("clock", Map.of("now", now.toString()));
    }

    static void fault(String fault, String call) {
        tell("faults", Map.of("fault", fault, "call", call));
    }

    /** Sends all messages that were kept, and waits until each was answered. */
    static JsonNode deliver() {
        return tell("deliver", Map.of());
    }

    static JsonNode tell(String what, Map<String, ?> wish) {
        return STRINGS.pull("/fake/" + what, wish);
    }

    static List<JsonNode> all(String what) {
        return StreamSupport.stream(STRINGS.look("/fake/" + what).spliterator(), false)
                .toList();
    }

    static long calls(String line) {
        return all("calls").stream()
                .filter(call -> call.path("line").asText().startsWith(line))
                .count();
    }
}
