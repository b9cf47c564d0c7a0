package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.hibernate.Session;

/** What is to be paid back by Stripe: wanted in the transaction that gives the reason. */
@ApplicationScoped
class Refunds {

    /** Of this booking and those whose place it took: what came by Stripe and did not go back yet, the newest first. */
    private static final String LEFT =
            """
            WITH RECURSIVE line AS (
                SELECT id, moved_from FROM booking WHERE id = :booking
                 UNION
                SELECT b.id, b.moved_from FROM booking b JOIN line ON b.id = line.moved_from)
            SELECT p.id,
                   (p.amount - coalesce((SELECT sum(r.amount) FROM refund r
                                          WHERE r.payment_id = p.id AND r.state <> 'FAILED'), 0))::bigint
              FROM payment p
              JOIN line ON line.id = p.booking_id
             WHERE p.provider = 'STRIPE' AND p.state = 'PAID'
             ORDER BY p.id DESC""";

    private static final String WANTED =
            "SELECT coalesce(sum(amount), 0)::bigint FROM refund WHERE booking_id = :booking AND state = 'WANTED'";

    private static final String WANT =
            """
            INSERT INTO refund (payment_id, booking_id, amount, cause, state, due_at, created_at)
            VALUES (:payment, :booking, :amount, :cause, 'WANTED', :now, :now)
            RETURNING id""";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /** Wants back whatever was paid and is not owed any more. The booking is locked by whoever asks. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(UUID booking) {
        Money balance = ledger.balance(booking);
        if (balance.amount() <= 0) {
            Payment.underWayFor(booking)
                    .filter(payment -> !payment.keepsSeats)
                    .ifPresent(payment -> payment.callOff(clock.instant()));
        }
        long over = -balance.amount() - wanted(booking);
        if (over <= 0) {
            return;
        }
        for (Object[] left : left(booking)) {
            long back = Math.min(over, (Long) left[1]);
            if (back > 0) {
                want((UUID) left[0], booking, back, Refund.Cause.OWED);
                over -= back;
            }
        }
        if (over > 0) {
            notices.payBack(booking, new Money(over, balance.currency()));
        }
    }

    /** What is wanted back and not in the ledger yet. */
    long wanted(UUID booking) {
        return database.createNativeQuery(WANTED, Long.class)
                .setParameter("booking", booking)
                .getSingleResult();
    }

    private List<Object[]> left(UUID booking) {
        return database.createNativeQuery(LEFT, Object[].class)
                .setParameter("booking", booking)
                .getResultList();
    }

    /** Of this payment, for what is owed for this booking, which is locked. */
    UUID want(UUID payment, UUID booking, long amount, Refund.Cause cause) {
        return database.createNativeQuery(WANT, UUID.class)
                .setParameter("payment", payment)
                .setParameter("booking", booking)
                .setParameter("amount", amount)
                .setParameter("cause", cause.name())
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
