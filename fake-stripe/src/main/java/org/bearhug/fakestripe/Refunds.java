package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Money that goes back: never more than came, at once or later, and sometimes not at all. */
final class Refunds {

    private final Book book;
    private final Events events;
    private String refundsAre = "succeeded";

    Refunds(Book book, Events events) {
        this.book = book;
        this.events = events;
    }

    Reply answer(Call call) {
        synchronized (book) {
            List<String> parts = call.parts();
            return switch (call.method() + parts.size()) {
                case "GET3" -> Reply.json(200, Book.found(book.refunds, "refund", parts.get(2)));
                case "GET2" ->
                    Reply.json(
                            200, Book.list("/v1/refunds", refundsOf(call.query().get("payment_intent"))));
                case "POST2" -> refund(call);
                default -> throw FakeStripe.unknown(call);
            };
        }
    }

    private List<ObjectNode> refundsOf(String intent) {
        return book.refunds.values().stream()
                .filter(refund ->
                        intent == null || refund.path("payment_intent").asText().equals(intent))
                .toList();
    }

    private Reply refund(Call call) {
        ObjectNode intent =
                Book.found(book.intents, "payment_intent", call.form().getOrDefault("payment_intent", ""));
        long left =
                intent.path("amount").asLong() - intent.path("amount_refunded").asLong();
        String wished = call.form().getOrDefault("amount", String.valueOf(left));
        long amount = wished.matches("\\d{1,12}") ? Long.parseLong(wished) : 0;
        if (!intent.path("status").asText().equals("succeeded")) {
            return Reply.invalid(
                    "charge_not_succeeded", "payment_intent", "This PaymentIntent has no successful charge.");
        }
        if (left == 0) {
            return Reply.invalid("charge_already_refunded", null, "Charge has already been refunded.");
        }
        if (amount < 1 || amount > left) {
            return Reply.invalid(
                    null, "amount", "Refund amount (" + wished + ") is greater than unrefunded amount (" + left + ").");
        }
        intent.put("amount_refunded", intent.path("amount_refunded").asLong() + amount);
        ObjectNode refund = book.make("re", "refund").put("amount", amount).put("status", refundsAre);
        refund.put("currency", intent.path("currency").asText());
        refund.put("payment_intent", intent.path("id").asText());
        refund.put("charge", intent.path("latest_charge").asText());
        refund.set("metadata", call.map("metadata"));
        book.refunds.put(refund.path("id").asText(), refund);
        events.tell("refund.created", refund);
        events.tell("charge.refunded", charge(intent));
        return Reply.json(200, refund);
    }

    private static ObjectNode charge(ObjectNode intent) {
        ObjectNode charge = intent.deepCopy();
        return charge.put("id", intent.path("latest_charge").asText())
                .put("object", "charge")
                .put("payment_intent", intent.path("id").asText());
    }

    /** What becomes of refunds from now on: succeeded at once, or pending. */
    void refundsAre(String status) {
        refundsAre = status;
    }

    /** A refund comes to its end; one that fails leaves the money with the merchant. */
    void endRefund(String id, String status) {
        synchronized (book) {
            ObjectNode refund = Book.found(book.refunds, "refund", id);
            refund.put("status", status);
            if (status.equals("failed")) {
                ObjectNode intent =
                        book.intents.get(refund.path("payment_intent").asText());
                intent.put(
                        "amount_refunded",
                        intent.path("amount_refunded").asLong()
                                - refund.path("amount").asLong());
                refund.put("failure_reason", "expired_or_canceled_card");
                events.tell("refund.failed", refund);
            } else {
                events.tell("refund.updated", refund);
            }
        }
    }
}
