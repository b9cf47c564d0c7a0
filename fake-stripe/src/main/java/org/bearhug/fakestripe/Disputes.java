package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Payments that the payer's bank wants back. */
final class Disputes {

    private final Book book;
    private final Events events;
    private final Payments payments;

    Disputes(Book book, Events events, Payments payments) {
        this.book = book;
        this.events = events;
        this.payments = payments;
    }

    Reply answer(Call call) {
        synchronized (book) {
            List<String> parts = call.parts();
            if (!call.method().equals("GET")) {
                throw FakeStripe.unknown(call);
            }
            String id = parts.size() == 3 ? parts.get(2) : "";
            return Reply.json(200, Book.found(book.disputes, "dispute", id));
        }
    }

    ObjectNode open(JsonNode wish) {
        synchronized (book) {
            ObjectNode intent = payments.intent(wish.path("session").asText());
            ObjectNode dispute = book.make("dp", "dispute").put("status", "needs_response");
            dispute.put(
                            "amount",
                            wish.path("amount").asLong(intent.path("amount").asLong()))
                    .put("currency", intent.path("currency").asText());
            dispute.put("reason", "product_not_received");
            dispute.put("payment_intent", intent.path("id").asText());
            book.disputes.put(dispute.path("id").asText(), dispute);
            events.tell("charge.dispute.created", dispute);
            return dispute;
        }
    }

    void end(String id, String status) {
        synchronized (book) {
            ObjectNode dispute = Book.found(book.disputes, "dispute", id).put("status", status);
            events.tell("charge.dispute.closed", dispute);
        }
    }
}
