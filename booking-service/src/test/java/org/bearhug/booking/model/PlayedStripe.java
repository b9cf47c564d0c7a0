package org.bearhug.booking.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bearhug.fakestripe.FakeStripe;

/** The strings of a Stripe that is played. What it has to tell waits until a step lets it go. */
final class PlayedStripe implements AutoCloseable {

    static final String SECRET = "whsec_of_the_model";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeStripe stripe = FakeStripe.start("localhost", 0);
    private final Set<String> told = new HashSet<>();

    String address() {
        return stripe.address();
    }

    /** Another day: nothing has happened. */
    void reset() {
        tell("reset", Map.of());
        tell("keep", Map.of());
        told.clear();
    }

    void at(Instant now) {
        tell("clock", Map.of("now", now.toString()));
    }

    boolean pay(String session) {
        return tell("pay", Map.of("session", session)).path("done").asBoolean();
    }

    void dispute(String session, long amount) {
        tell("dispute", Map.of("session", session, "amount", amount));
    }

    void endDispute(String id, boolean won) {
        tell("end-dispute", Map.of("id", id, "status", won ? "won" : "lost"));
    }

    /** As on its own pages. */
    void refund(String intent, long amount) {
        send(
                HttpRequest.newBuilder(URI.create(address() + "/v1/refunds"))
                        .header("Authorization", "Bearer sk_test_dashboard")
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                "payment_intent=" + intent + "&amount=" + amount);
    }

    /** What it has to tell and has not told yet, the oldest first; from now on that is told, or lost. */
    List<String> news() {
        List<String> news = all();
        news.removeIf(id -> !told.add(id));
        return news;
    }

    /** What there is to tell of this alone. */
    List<String> newsOf(Runnable happening) {
        List<String> before = all();
        happening.run();
        List<String> news = all();
        news.removeAll(before);
        told.addAll(news);
        return news;
    }

    private List<String> all() {
        List<String> all =
                new ArrayList<>(events().map(event -> event.path("id").asText()).toList());
        Collections.reverse(all);
        return all;
    }

    /** The dispute of this payment, by what was told. */
    String disputeOf(String intent) {
        return events().map(event -> event.path("data").path("object"))
                .filter(object -> object.path("object").asText().equals("dispute")
                        && object.path("payment_intent").asText().equals(intent))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private Stream<JsonNode> events() {
        return look("events");
    }

    void deliver(String event, URI instance) {
        stripe.sendWebhooksTo(instance.resolve("/v1/payments/stripe/webhooks").toString(), SECRET);
        JsonNode statuses = tell("deliver", Map.of("ids", List.of(event)));
        if (statuses.path(0).asInt() != 204) {
            throw new AssertionError("a message of Stripe's was not taken: " + statuses);
        }
    }

    /** What has come and was not given back. */
    long takings() {
        return sum(
                        look("sessions")
                                .filter(page ->
                                        page.path("payment_status").asText().equals("paid")),
                        "amount_total")
                - sum(
                        look("refunds")
                                .filter(refund -> refund.path("status").asText().equals("succeeded")),
                        "amount");
    }

    private static long sum(Stream<JsonNode> all, String field) {
        return all.mapToLong(each -> each.path(field).asLong()).sum();
    }

    private Stream<JsonNode> look(String what) {
        return StreamSupport.stream(
                send(HttpRequest.newBuilder(URI.create(address() + "/fake/" + what)), null)
                        .spliterator(),
                false);
    }

    private JsonNode tell(String what, Map<String, ?> wish) {
        try {
            return send(HttpRequest.newBuilder(URI.create(address() + "/fake/" + what)), JSON.writeValueAsString(wish));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode send(HttpRequest.Builder request, String body) {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    (body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                    HttpResponse.BodyHandlers.ofString());
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

    @Override
    public void close() {
        stripe.close();
    }
}
