package org.bearhug.booking.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
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
import org.bearhug.testing.Strings;

/** The strings of a Stripe that is played. What it has to tell waits until a step lets it go. */
final class PlayedStripe implements AutoCloseable {

    static final String SECRET = "whsec_of_the_model";

    private final FakeStripe stripe = FakeStripe.start("localhost", 0);
    private final Strings strings = new Strings(stripe::address);
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
        strings.send(strings.at("/v1/refunds")
                .header("Authorization", "Bearer sk_test_dashboard")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("payment_intent=" + intent + "&amount=" + amount)));
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
        return StreamSupport.stream(strings.look("/fake/" + what).spliterator(), false);
    }

    private JsonNode tell(String what, Map<String, ?> wish) {
        return strings.pull("/fake/" + what, wish);
    }

    @Override
    public void close() {
        stripe.close();
    }
}
