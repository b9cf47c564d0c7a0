package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The money itself: paid at once or days later, or declined. */
final class Payments {

    private final Book book;
    private final Events events;
    private final Checkout checkout;

    Payments(Book book, Events events, Checkout checkout) {
        this.book = book;
        this.events = events;
        this.checkout = checkout;
    }

    /** Pays with a card; a session that is not open any more stays as it is. */
    boolean pay(String id) {
        synchronized (book) {
            ObjectNode session = open(id);
            if (session == null) {
                return false;
            }
            complete(session, "succeeded").put("payment_status", "paid");
            events.tell("payment_intent.succeeded", intent(session));
            events.tell("checkout.session.completed", session);
            return true;
        }
    }

    /** Orders a payment of which the bank will tell later. */
    boolean payLater(String id) {
        synchronized (book) {
            ObjectNode session = open(id);
            if (session == null) {
                return false;
            }
            complete(session, "processing");
            events.tell("checkout.session.completed", session);
            return true;
        }
    }

    void settle(String id, boolean well) {
        synchronized (book) {
            ObjectNode session = checkout.get(id);
            intent(session).put("status", well ? "succeeded" : "requires_payment_method");
            session.put("payment_status", well ? "paid" : "unpaid");
            events.tell("checkout.session.async_payment_" + (well ? "succeeded" : "failed"), session);
        }
    }

    boolean decline(String id) {
        synchronized (book) {
            ObjectNode session = open(id);
            if (session == null) {
                return false;
            }
            ObjectNode tried = newIntent(session, "requires_payment_method");
            tried.putObject("last_payment_error")
                    .put("code", "card_declined")
                    .put("decline_code", "generic_decline")
                    .put("message", "Your card was declined.");
            events.tell("payment_intent.payment_failed", tried);
            return true;
        }
    }

    private ObjectNode open(String id) {
        checkout.expireInTime();
        ObjectNode session = checkout.get(id);
        return Checkout.isOpen(session) ? session : null;
    }

    private ObjectNode complete(ObjectNode session, String intentStatus) {
        ObjectNode intent = newIntent(session, intentStatus);
        return session.put("status", "complete")
                .put("payment_intent", intent.path("id").asText())
                .putNull("url");
    }

    private ObjectNode newIntent(ObjectNode session, String status) {
        ObjectNode intent = book.make("pi", "payment_intent").put("status", status);
        intent.put("amount", session.path("amount_total").asLong());
        intent.put("currency", session.path("currency").asText());
        intent.put("latest_charge", Book.id("ch")).put("amount_refunded", 0);
        intent.set("metadata", session.path("metadata").deepCopy());
        book.intents.put(intent.path("id").asText(), intent);
        return intent;
    }

    /** What was paid in this session. */
    ObjectNode intent(String session) {
        return intent(checkout.get(session));
    }

    private ObjectNode intent(ObjectNode session) {
        return Book.found(
                book.intents, "payment_intent", session.path("payment_intent").asText());
    }

    Reply answer(Call call) {
        synchronized (book) {
            List<String> parts = call.parts();
            if (!call.method().equals("GET")) {
                throw FakeStripe.unknown(call);
            }
            String id = parts.size() == 3 ? parts.get(2) : "";
            return Reply.json(200, Book.found(book.intents, "payment_intent", id));
        }
    }
}
