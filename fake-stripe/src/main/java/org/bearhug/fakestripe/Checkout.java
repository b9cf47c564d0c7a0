package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Checkout sessions: made, looked at, expired by call or by time, and paid by whoever sits before the page. */
final class Checkout {

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
        CheckoutForm form = CheckoutForm.read(call.form(), book.seconds());
        ObjectNode session = book.make("cs_test", "checkout.session");
        session.put("amount_subtotal", form.total()).put("amount_total", form.total());
        session.put("currency", form.currency());
        session.put("mode", "payment").put("status", "open").put("payment_status", "unpaid");
        session.put("success_url", form.get("success_url")).put("cancel_url", form.get("cancel_url"));
        session.put("client_reference_id", form.get("client_reference_id")).put("expires_at", form.expiresAt());
        session.putNull("payment_intent");
        session.set("metadata", call.map("metadata"));
        String id = session.path("id").asText();
        session.put("url", address + "/c/pay/" + id);
        session.put("description", form.get("line_items[0][price_data][product_data][name]"));
        book.sessions.put(id, session);
        return Reply.json(200, session);
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
