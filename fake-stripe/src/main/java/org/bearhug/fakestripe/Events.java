package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened, as Stripe tells it; sent at once, or kept until it is asked for, in any order and as often as wanted. */
final class Events {

    private final Map<String, ObjectNode> all = new LinkedHashMap<>();
    private final List<String> kept = new ArrayList<>();
    private final Book book;
    private final Webhooks webhooks;
    private boolean keeps;
    private String version = "2026-07-29.dahlia";

    Events(Book book, Webhooks webhooks) {
        this.book = book;
        this.webhooks = webhooks;
    }

    void tell(String type, ObjectNode object) {
        ObjectNode event = book.make("evt", "event").put("type", type);
        event.put("api_version", version).put("pending_webhooks", 1).putNull("request");
        event.putObject("data").set("object", object.deepCopy());
        String id = event.path("id").asText();
        synchronized (this) {
            all.put(id, event);
            if (keeps) {
                kept.add(id);
                return;
            }
        }
        webhooks.send(event.toString());
    }

    synchronized void keep(boolean whether) {
        keeps = whether;
    }

    synchronized void version(String apiVersion) {
        version = apiVersion;
    }

    /** Sends what was kept, or these, in this order, and waits for the answers; returns their statuses. */
    List<Integer> deliver(List<String> ids) {
        List<String> bodies;
        synchronized (this) {
            List<String> chosen = ids.isEmpty() ? List.copyOf(kept) : ids;
            bodies = chosen.stream().map(id -> all.get(id).toString()).toList();
            kept.removeAll(chosen);
        }
        return bodies.stream().map(webhooks::sendNow).toList();
    }

    synchronized List<ObjectNode> list() {
        List<ObjectNode> newestFirst = new ArrayList<>(all.values());
        java.util.Collections.reverse(newestFirst);
        return newestFirst;
    }

    synchronized ObjectNode get(String id) {
        return Book.found(all, "event", id);
    }

    synchronized void reset() {
        all.clear();
        kept.clear();
        keeps = false;
        version = "2026-07-29.dahlia";
    }
}
