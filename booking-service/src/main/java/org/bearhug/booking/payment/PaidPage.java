package org.bearhug.booking.payment;

import com.stripe.model.checkout.Session;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * A page on which something is paid, as Stripe knows it.
 *
 * @param payment ours that it is for; null when it is none of ours
 * @param purchase what it is for, as we said when it was opened
 */
record PaidPage(
        String id,
        UUID payment,
        String url,
        String status,
        String paymentStatus,
        Money total,
        String purchase,
        String intent) {

    /** Under this name Stripe keeps our id. */
    static final String OURS = "payment";

    /** Others' pages in the same account may be for no sum at all. */
    static PaidPage of(Session session) {
        return new PaidPage(
                session.getId(),
                ours(session.getMetadata(), OURS),
                session.getUrl(),
                session.getStatus(),
                session.getPaymentStatus(),
                session.getAmountTotal() == null
                        ? null
                        : new Money(
                                session.getAmountTotal(), session.getCurrency().toUpperCase(Locale.ROOT)),
                session.getClientReferenceId(),
                session.getPaymentIntent());
    }

    static UUID ours(Map<String, String> metadata, String name) {
        return metadata == null ? null : ours(metadata.get(name));
    }

    static UUID ours(String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    /** Whether it is for what was to be paid: the same sum, for the same thing. */
    boolean isAsAskedFor(Payment asked) {
        return id.equals(asked.sessionRef)
                && asked.sum().equals(total)
                && asked.purchase().id().toString().equals(purchase);
    }

    boolean isPaid() {
        return "paid".equals(paymentStatus);
    }

    boolean isOpen() {
        return "open".equals(status);
    }
}
