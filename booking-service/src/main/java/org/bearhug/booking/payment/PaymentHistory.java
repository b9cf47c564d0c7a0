package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** How one thing was paid, to be looked at. */
@ApplicationScoped
class PaymentHistory {

    private static final String NOTES =
            "SELECT id, kind, amount, note, noted_by, noted_at FROM payment_by_hand WHERE booking_id = :booking ORDER BY id";

    @Inject
    Session database;

    /** All of one booking, or one pass. */
    record History(List<PaymentView> payments, List<Noted> byHand, List<Back> refunds) {}

    /** What goes back by Stripe, or went back by the bank. */
    record Back(UUID id, Refund.Cause cause, Refund.State state, Money amount, String problem, Instant wantedAt) {}

    /** For who bought it, and of whom. @throws Refusal 404 for others */
    @Transactional
    History of(UUID account, Purchase purchase) {
        Bought bought = Bought.of(database, purchase);
        boolean instructor = account.equals(bought.instructor());
        if (!instructor && !account.equals(bought.carer())) {
            throw Refusal.notFound(purchase.kind().toString());
        }
        return new History(
                Payment.of(purchase).stream()
                        .map(payment -> PaymentView.of(payment, null))
                        .map(view -> instructor && !account.equals(bought.carer()) ? view.withoutPage() : view)
                        .toList(),
                byHand(purchase.id(), bought.currency()),
                Refund.of(purchase).stream()
                        .map(refund -> new Back(
                                refund.id,
                                refund.cause,
                                refund.state,
                                new Money(refund.amount, bought.currency()),
                                refund.problem,
                                refund.createdAt))
                        .toList());
    }

    private List<Noted> byHand(UUID booking, String currency) {
        return database.createNativeQuery(NOTES, Object[].class)
                .setParameter("booking", booking)
                .setTupleTransformer((row, columns) -> Noted.of(row, booking, currency))
                .getResultList();
    }
}
