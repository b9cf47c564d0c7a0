package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.sql.SqlFile;
import org.hibernate.Session;

/** What is to be paid back by Stripe: wanted in the transaction that gives the reason. */
@ApplicationScoped
public class Refunds {

    /** What came by Stripe for this, and for the bookings whose place it took, the newest first. */
    private static final String CAME = SqlFile.read("payment/came");

    /** What did not go back yet of these, which are locked. */
    private static final String LEFT = SqlFile.read("payment/left");

    private static final String WANTED =
            "SELECT coalesce(sum(amount), 0)::bigint FROM refund WHERE %1$s_id = :id AND state = 'WANTED'";

    private static final String WANT =
            """
            INSERT INTO refund (payment_id, booking_id, pass_id, amount, cause, state, due_at, created_at)
            VALUES (:payment, :booking, :pass, :amount, :cause, 'WANTED', :now, :now)
            RETURNING id""";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /**
     * After what is owed has changed: what was paid and is not owed is wanted back. What was bought is locked by whoever asks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(Purchase purchase) {
        Money balance = ledger.balance(purchase);
        if (balance.amount() <= 0) {
            Payment.underWayFor(purchase)
                    .filter(payment -> !payment.keeps)
                    .ifPresent(payment -> payment.callOff(clock.instant()));
        }
        long over = overpaid(purchase, balance).amount();
        if (over <= 0) {
            return;
        }
        for (Object[] left : left(purchase)) {
            long back = Math.min(over, (Long) left[1]);
            if (back > 0) {
                want((UUID) left[0], purchase, back, Refund.Cause.OWED);
                over -= back;
            }
        }
        if (over > 0) {
            notices.payBack(purchase, new Money(over, balance.currency()));
        }
    }

    /** What was paid and is not owed, but for what goes back by Stripe already; below nothing when something is owed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Money overpaid(Purchase purchase) {
        return overpaid(purchase, ledger.balance(purchase));
    }

    private Money overpaid(Purchase purchase, Money balance) {
        return new Money(-balance.amount() - wanted(purchase), balance.currency());
    }

    /** What is wanted back and not in the ledger yet. */
    private long wanted(Purchase purchase) {
        return database.createNativeQuery(purchase.kind().in(WANTED), Long.class)
                .setParameter("id", purchase.id())
                .getSingleResult();
    }

    /**
     * Two bookings of one line share their payments, and each is locked only by its own: so the payments are locked here, after
     * the bookings, until the transaction ends. What is left is read by a statement of its own, which sees what others have
     * wanted until the lock was had.
     */
    private List<Object[]> left(Purchase purchase) {
        UUID[] came = database.createNativeQuery(purchase.kind().in(CAME), UUID.class)
                .setParameter("id", purchase.id())
                .getResultStream()
                .toArray(UUID[]::new);
        return database.createNativeQuery(LEFT, Object[].class)
                .setParameter("came", came)
                .getResultList();
    }

    /** Of this payment, for what is owed for what was bought, which is locked. */
    UUID want(UUID payment, Purchase purchase, long amount, Refund.Cause cause) {
        return database.createNativeQuery(WANT, UUID.class)
                .setParameter("payment", payment)
                .setParameter("booking", purchase.bookingId(), UUID.class)
                .setParameter("pass", purchase.passId(), UUID.class)
                .setParameter("amount", amount)
                .setParameter("cause", cause.name())
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
