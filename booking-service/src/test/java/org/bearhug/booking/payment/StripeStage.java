package org.bearhug.booking.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bearhug.fakestripe.FakeStripe;
import org.bearhug.testing.TestClock;

/** The fake Stripe beside the service under test, and its strings, pulled over HTTP since it has another class loader. */
public final class StripeStage implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_for_tests";

    private static final String ADDRESS = "bearhug.test.stripe";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
        try {
            return send(HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + "/fake/" + what))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wish))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> all(String what) {
        return StreamSupport.stream(
                        send(HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + "/fake/" + what)))
                                .spliterator(),
                        false)
                .toList();
    }

    static long calls(String line) {
        return all("calls").stream()
                .filter(call -> call.path("line").asText().startsWith(line))
                .count();
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
