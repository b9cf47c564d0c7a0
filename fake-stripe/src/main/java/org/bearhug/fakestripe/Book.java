package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that is remembered, each thing as the JSON that Stripe shows of it. Guarded by its own lock. */
final class Book {

    final Map<String, ObjectNode> sessions = new LinkedHashMap<>();
    final Map<String, ObjectNode> intents = new LinkedHashMap<>();
    final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
    final Map<String, ObjectNode> disputes = new LinkedHashMap<>();
    private final List<Map<String, Object>> calls = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    synchronized Instant now() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    synchronized long seconds() {
        return now().getEpochSecond();
    }

    synchronized void setClock(Instant now) {
        ahead = Duration.between(Clock.systemUTC().instant(), now);
    }

    synchronized void note(Call call, Fault fault) {
        calls.add(Map.of(
                "line",
                call.line(),
                "key",
                String.valueOf(call.header("idempotency-key")),
                "version",
                String.valueOf(call.header("stripe-version")),
                "form",
                call.form(),
                "fault",
                fault == null ? "" : fault.name()));
    }

    synchronized List<Map<String, Object>> calls() {
        return List.copyOf(calls);
    }

    synchronized void reset() {
        sessions.clear();
        intents.clear();
        refunds.clear();
        disputes.clear();
        calls.clear();
        ahead = Duration.ZERO;
    }

    ObjectNode make(String prefix, String object) {
        return Call.JSON
                .createObjectNode()
                .put("id", id(prefix))
                .put("object", object)
                .put("created", seconds())
                .put("livemode", false);
    }

    static String id(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    static ObjectNode found(Map<String, ObjectNode> all, String what, String id) {
        ObjectNode one = all.get(id);
        if (one == null) {
            throw new Reply.Refused(Reply.missing(what, id));
        }
        return one;
    }

    static ObjectNode list(String url, List<ObjectNode> items) {
        ObjectNode list = Call.JSON.createObjectNode().put("object", "list").put("url", url);
        list.put("has_more", false).putArray("data").addAll(items);
        return list;
    }
}
