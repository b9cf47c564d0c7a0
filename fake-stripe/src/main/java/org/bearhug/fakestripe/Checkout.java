package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checkout sessions: made, looked at, expired by call or by time, and paid by whoever sits before the page. */
final class Checkout {

    private static final long SHORTEST = 30 * 60;
    private static final long LONGEST = 24 * 60 * 60;
    private static final long DAY = LONGEST;
    private static final long SMALLEST_SUM = 30;

    private static final Pattern KNOWN = Pattern.compile(
            "(mode|success_url|cancel_url|client_reference_id|customer_email|expires_at|locale|submit_type)"
                    + "|(metadata|payment_intent_data\\[metadata])\\[[a-z_]+]|payment_intent_data\\[description]"
                    + "|payment_method_types\\[\\d+]|line_items\\[\\d+]\\[quantity]"
                    + "|line_items\\[\\d+]\\[price_data]\\[(currency|unit_amount|product_data]\\[(name|description))]");

    private final Book book;
    private final Events events;
    private final String address;

    Checkout(Book book, Events events, String address) {
        this.book = book;
        this.events = events;
        this.address = address;
    }

    Reply answer(Call call) {
        synchronized (book) {
            expireInTime();
            List<String> parts = call.parts();
            if (parts.size() == 3 && call.method().equals("POST")) {
                return create(call);
            }
            if (parts.size() == 4 && call.method().equals("GET")) {
                return Reply.json(200, get(parts.get(3)));
            }
            if (parts.size() == 5
                    && call.method().equals("POST")
                    && parts.get(4).equals("expire")) {
                return expire(get(parts.get(3)));
            }
            throw FakeStripe.unknown(call);
        }
    }

    ObjectNode get(String id) {
        return Book.found(book.sessions, "checkout.session", id);
    }

    private Reply create(Call call) {
        Map<String, String> form = call.form();
        form.keySet().stream()
                .filter(field -> !KNOWN.matcher(field).matches())
                .findFirst()
                .ifPresent(field -> refuse("parameter_unknown", field, "Received unknown parameter: " + field));
        require("payment".equals(form.get("mode")), "mode", "This Stripe knows mode=payment alone.");
        require(form.getOrDefault("success_url", "").startsWith("http"), "success_url", "Not a valid URL");
        long total = 0;
        String currency = form.getOrDefault("line_items[0][price_data][currency]", "");
        require(currency.matches("[a-z]{3}"), "line_items[0][price_data][currency]", "Invalid currency");
        int items = 0;
        for (; form.containsKey("line_items[" + items + "][quantity]"); items++) {
            String item = "line_items[" + items + "]";
            require(form.containsKey(item + "[price_data][product_data][name]"), item, "A product has a name.");
            total += number(form, item + "[price_data][unit_amount]") * number(form, item + "[quantity]");
        }
        require(items > 0, "line_items", "There is nothing to pay for.");
        if (total < SMALLEST_SUM) {
            refuse("amount_too_small", "line_items", "The Checkout Session's total amount must be at least 30.");
        }
        long now = book.seconds();
        long expiresAt = form.containsKey("expires_at") ? number(form, "expires_at") : now + DAY;
        require(
                expiresAt >= now + SHORTEST && expiresAt <= now + LONGEST,
                "expires_at",
                "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        ObjectNode session = book.make("cs_test", "checkout.session");
        session.put("amount_subtotal", total).put("amount_total", total).put("currency", currency);
        session.put("mode", "payment").put("status", "open").put("payment_status", "unpaid");
        session.put("success_url", form.get("success_url")).put("cancel_url", form.get("cancel_url"));
        session.put("client_reference_id", form.get("client_reference_id")).put("expires_at", expiresAt);
        session.putNull("payment_intent");
        session.set("metadata", call.map("metadata"));
        String id = session.path("id").asText();
        session.put("url", address + "/c/pay/" + id);
        session.put("description", form.get("line_items[0][price_data][product_data][name]"));
        book.sessions.put(id, session);
        return Reply.json(200, session);
    }

    private static long number(Map<String, String> form, String field) {
        String value = form.getOrDefault(field, "");
        require(value.matches("\\d{1,12}"), field, "Invalid integer: " + value);
        return Long.parseLong(value);
    }

    private static void require(boolean right, String field, String message) {
        if (!right) {
            refuse(null, field, message);
        }
    }

    private static void refuse(String code, String field, String message) {
        throw new Reply.Refused(Reply.invalid(code, field, message));
    }

    private Reply expire(ObjectNode session) {
        if (!isOpen(session)) {
            return Reply.invalid(
                    null,
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `"
                            + session.path("status").asText() + "`.");
        }
        close(session);
        return Reply.json(200, session);
    }

    static boolean isOpen(ObjectNode session) {
        return session.path("status").asText().equals("open");
    }

    /** Whatever was not paid in time is over. */
    void expireInTime() {
        synchronized (book) {
            book.sessions.values().stream()
                    .filter(session ->
                            isOpen(session) && session.path("expires_at").asLong() <= book.seconds())
                    .forEach(this::close);
        }
    }

    private void close(ObjectNode session) {
        session.put("status", "expired").putNull("url");
        events.tell("checkout.session.expired", session);
    }
}
