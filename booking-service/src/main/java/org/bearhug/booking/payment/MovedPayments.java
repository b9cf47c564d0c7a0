package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.hibernate.Session;

/** What was paid for a booking goes along when another one takes its place. */
@ApplicationScoped
public class MovedPayments {

    private static final String REST_IS_DUE =
            """
            UPDATE payment
               SET amount = (SELECT sum(amount) FROM money_entry WHERE booking_id = :booking)
             WHERE booking_id = :booking AND state = 'DUE'""";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    /**
     * What was paid for the old booking and is not owed there any more counts for the new one, but for what goes back already.
     * The rest is due, or nothing. Both are locked by whoever asks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(Purchase from, Purchase to, UUID by) {
        carryOver(from, to, by);
        refunds.settle(from);
        refunds.settle(to);
        database.createNativeMutationQuery(REST_IS_DUE)
                .setParameter("booking", to.id())
                .executeUpdate();
    }

    /** Two lines that even out; none when nothing is left over. */
    private void carryOver(Purchase from, Purchase to, UUID by) {
        Money leftOver = refunds.overpaid(from);
        if (leftOver.amount() > 0) {
            ledger.refund(from, leftOver, "moved", null, by);
            ledger.payment(to, leftOver, "moved", null, by);
        }
    }
}
