package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Money that goes back: never more than came, at once or later, and sometimes not at all. */
final class Refunds {

    private final Book book;
    private final Events events;
    private String refundsAre = "succeeded";
    private String becauseOf = "";

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
        if (isDisputed(intent)) {
            return Reply.invalid("charge_disputed", null, "This charge is disputed.");
        }
        if (left == 0) {
            return Reply.invalid("charge_already_refunded", null, "Charge has already been refunded.");
        }
        if (amount < 1 || amount > left) {
            return Reply.invalid(
                    null, "amount", "Refund amount (" + wished + ") is greater than unrefunded amount (" + left + ").");
        }
        boolean fails = refundsAre.equals("failed");
        intent.put("amount_refunded", intent.path("amount_refunded").asLong() + (fails ? 0 : amount));
        ObjectNode refund = book.make("re", "refund").put("amount", amount).put("status", refundsAre);
        if (fails) {
            refund.put("failure_reason", becauseOf);
        }
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

    private boolean isDisputed(ObjectNode intent) {
        return book.disputes.values().stream()
                .filter(dispute -> dispute.path("payment_intent")
                        .asText()
                        .equals(intent.path("id").asText()))
                .anyMatch(dispute -> !dispute.path("status").asText().equals("won"));
    }

    /** What becomes of refunds from now on: succeeded at once, pending, or failed for this reason. */
    void refundsAre(String status, String reason) {
        refundsAre = status;
        becauseOf = reason;
    }

    /** A refund comes to its end; one that fails leaves the money with the merchant. */
    void endRefund(String id, String status, String reason) {
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
                refund.put("failure_reason", reason);
                events.tell("refund.failed", refund);
            } else {
                events.tell("refund.updated", refund);
            }
        }
    }
}
