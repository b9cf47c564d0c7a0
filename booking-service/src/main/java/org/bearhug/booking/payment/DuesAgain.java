package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.hibernate.Session;

/** What was due by hand, and is so again. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DuesAgain {

    /** As it was before the carer went to pay by Stripe, for what is owed now. */
    private static final String RESUME =
            """
            INSERT INTO payment (booking_id, carer_id, instructor_id, provider, state, amount, currency, until, created_at,
                   told_at, reminded_at)
            SELECT booking_id, carer_id, instructor_id, provider, 'DUE', :owed, currency, until, created_at, told_at, reminded_at
              FROM payment
             WHERE booking_id = :booking AND provider = 'MANUAL' AND state = 'SETTLED'
             ORDER BY id DESC LIMIT 1""";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    /** A page for what was due was opened and not paid: it is due again. What it is for is locked by whoever asks. */
    void resume(Purchase purchase) {
        Money owed = ledger.balance(purchase);
        if (owed.amount() > 0) {
            database.createNativeMutationQuery(RESUME)
                    .setParameter("booking", purchase.id())
                    .setParameter("owed", owed.amount())
                    .executeUpdate();
        }
    }
}
