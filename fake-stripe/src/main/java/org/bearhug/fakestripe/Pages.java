package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What a carer sees who is led to pay. */
final class Pages {

    private static final String PAGE =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title><style>body{font:1.2rem/1.5 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}
            button{display:block;width:100%%;margin:.5rem 0;padding:.8rem;font:inherit}</style>
            <h1>%1$s</h1>%2$s<p><small>This is a fake Stripe, for trying Bearhug without an account. Do not type the number
            of any card.</small></p></html>
            """;

    private static final String FORM =
            """
            <p>%s</p><p>%s</p><form method="post">
            <button name="act" value="pay">Pay</button>
            <button name="act" value="decline">Pay with a card that is declined</button>
            <button name="act" value="later">Pay by a bank that takes days</button>
            <button name="act" value="back">Go back without paying</button></form>
            """;

    private final Checkout checkout;
    private final Payments payments;
    private final Book book;

    Pages(Book book, Checkout checkout, Payments payments) {
        this.book = book;
        this.checkout = checkout;
        this.payments = payments;
    }

    Reply answer(Call call) {
        if (call.parts().size() != 3 || !call.path().startsWith("/c/pay/")) {
            return page(404, "There is nothing here", "");
        }
        checkout.expireInTime();
        ObjectNode session;
        synchronized (book) {
            ObjectNode known = book.sessions.get(call.parts().get(2));
            if (known == null || known.path("status").asText().equals("expired")) {
                return page(404, "This page has expired", "<p>Go back to the class and choose again.</p>");
            }
            session = known.deepCopy();
        }
        if (!call.method().equals("POST")) {
            return Checkout.isOpen(session)
                    ? page(200, "Pay " + sum(session), form(session, ""))
                    : page(200, "This is paid", "<p>You may close this page.</p>");
        }
        return act(call.form().getOrDefault("act", ""), session);
    }

    private Reply act(String act, ObjectNode session) {
        String id = session.path("id").asText();
        String success = session.path("success_url").asText().replace("{CHECKOUT_SESSION_ID}", id);
        return switch (act) {
            case "pay" -> payments.pay(id) ? Reply.to(success) : page(409, "This is over", "");
            case "later" -> payments.payLater(id) ? Reply.to(success) : page(409, "This is over", "");
            case "decline" -> {
                payments.decline(id);
                yield page(
                        402, "Pay " + sum(session), form(session, "Your card was declined. Please try another one."));
            }
            case "back" -> Reply.to(session.path("cancel_url").asText(success));
            default -> page(400, "What would you like to do?", "");
        };
    }

    private static String form(ObjectNode session, String word) {
        return FORM.formatted(escaped(session.path("description").asText()), escaped(word));
    }

    private static String sum(ObjectNode session) {
        return String.format(Locale.ROOT, "%.2f ", session.path("amount_total").asLong() / 100.0)
                + session.path("currency").asText().toUpperCase(Locale.ROOT);
    }

    private static Reply page(int status, String title, String body) {
        return Reply.html(status, PAGE.formatted(escaped(title), body));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
