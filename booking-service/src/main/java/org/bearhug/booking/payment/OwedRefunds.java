package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** Asked before Stripe is: whether what is wanted back is to go back still. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OwedRefunds {

    /** Whether no more goes back of a payment, or is wanted back, than came. */
    private static final String THERE =
            """
            SELECT amount >= (SELECT coalesce(sum(r.amount), 0) FROM refund r WHERE r.payment_id = p.id AND r.state <> 'FAILED')
              FROM payment p WHERE p.id = :payment""";

    @Inject
    Session database;

    @Inject
    Refunds refunds;

    @Inject
    Sellers sellers;

    /**
     * Whether what is wanted back is owed still, and there to go back. The instructor may have given some of it back on Stripe's
     * own pages meanwhile: then it is wanted no more, and what is left of it is wanted anew.
     */
    boolean isOwed(UUID id) {
        Refund refund = Refund.locked(id, sellers);
        if (refund == null || refund.state != Refund.State.WANTED) {
            return false;
        }
        if (refunds.overpaid(refund.purchase()).amount() >= 0 && isThere(refund.paymentId)) {
            return true;
        }
        refund.state = Refund.State.FAILED;
        refund.problem = "not-owed";
        Refund.flush();
        refunds.settle(refund.purchase());
        return false;
    }

    private boolean isThere(UUID payment) {
        return database.createNativeQuery(THERE, Boolean.class)
                .setParameter("payment", payment)
                .getSingleResult();
    }
}
