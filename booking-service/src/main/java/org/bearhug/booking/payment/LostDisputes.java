package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.hibernate.Session;

/** Money that a bank has taken back, after a dispute that was lost. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LostDisputes {

    private static final String FORGET_WANTED =
            "UPDATE refund SET state = 'FAILED', problem = 'dispute-lost' WHERE payment_id = :payment AND state = 'WANTED'";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    Sellers sellers;

    /**
     * The bank has taken the money for good. What was to go back of it beside that cannot any more: so what was taken counts
     * first for that, the oldest booking of the line first, and the rest for the booking that has the place.
     *
     * @param line of the payment, locked before it
     */
    void lost(Payment paid, List<Purchase> line, Disputed disputed) {
        if (paid.state != Payment.State.PAID || Refund.named(disputed.id()).isPresent()) {
            return;
        }
        database.createNativeMutationQuery(FORGET_WANTED)
                .setParameter("payment", paid.id)
                .executeUpdate();
        Money taken = disputed.of(paid.sum());
        String reference = disputed.id();
        for (Purchase each : line) {
            Money part = each.equals(MovedLine.latest(line)) ? taken : part(taken, each);
            if (part.amount() > 0) {
                take(paid, each, part, reference);
                taken = new Money(taken.amount() - part.amount(), taken.currency());
                reference = disputed.id() + "/" + each.id();
            }
        }
        line.forEach(refunds::settle);
    }

    /** As much of it as is to be paid back there. */
    private Money part(Money taken, Purchase purchase) {
        long toPayBack = Math.max(0, refunds.overpaid(purchase).amount());
        return new Money(Math.min(taken.amount(), toPayBack), taken.currency());
    }

    private void take(Payment paid, Purchase purchase, Money sum, String reference) {
        UUID id = refunds.want(paid.id, purchase, sum.amount(), Refund.Cause.DISPUTE);
        Refund refund = Refund.locked(id, sellers);
        refund.refundRef = reference;
        refund.state = Refund.State.SUCCEEDED;
        Refund.flush();
        ledger.refund(purchase, sum, "dispute-lost", reference, null);
    }
}
