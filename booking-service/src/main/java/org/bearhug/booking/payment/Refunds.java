package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.hibernate.Session;

/**
 * What is to be paid back, and what became of it. Wanted in the transaction that gives the reason; a refund is a line of the
 * ledger once Stripe has taken it, and is taken back there when it fails afterwards.
 */
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
            INSERT INTO refund (payment_id, booking_id, amount, state, due_at, created_at)
            VALUES (:payment, :booking, :amount, 'WANTED', :now, :now)""";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    @Inject
    SeatsToPay seats;

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
                want((UUID) left[0], booking, back);
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

    private void want(UUID payment, UUID booking, long amount) {
        database.createNativeMutationQuery(WANT)
                .setParameter("payment", payment)
                .setParameter("booking", booking)
                .setParameter("amount", amount)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Writes down what Stripe says of a refund of ours; in any order, and as often as it is said. */
    @Transactional(Transactional.TxType.MANDATORY)
    void learn(UUID id, GivenBack given) {
        Refund refund = locked(id);
        if (refund == null) {
            return;
        }
        boolean failed = given.hasFailed();
        Money sum = new Money(refund.amount, ledger.balance(refund.bookingId).currency());
        if (refund.state == Refund.State.WANTED && failed) {
            fail(refund, given.failure());
        } else if (refund.state == Refund.State.WANTED) {
            refund.refundRef = given.id();
            refund.state = given.status().equals("succeeded") ? Refund.State.SUCCEEDED : Refund.State.SENT;
            ledger.refund(refund.bookingId, sum, "refunded", given.id(), null);
        } else if (refund.state != Refund.State.FAILED && failed) {
            ledger.payment(refund.bookingId, sum, "refund-failed", given.id(), null);
            fail(refund, given.failure());
        } else if (refund.state == Refund.State.SENT && given.status().equals("succeeded")) {
            refund.state = Refund.State.SUCCEEDED;
        }
    }

    /** Stripe will not; the instructor has to pay it back in another way. */
    @Transactional(Transactional.TxType.MANDATORY)
    void refused(UUID id, String code) {
        Refund refund = locked(id);
        if (refund != null && refund.state == Refund.State.WANTED) {
            fail(refund, code);
        }
    }

    private void fail(Refund refund, String why) {
        refund.state = Refund.State.FAILED;
        refund.problem = why == null ? "refused" : why;
        notices.toInstructor(LetterKind.REFUND_FAILED, Payment.findById(refund.paymentId));
    }

    /** A refund that somebody made on Stripe's own pages. */
    @Transactional(Transactional.TxType.MANDATORY)
    void learnForeign(Payment payment, GivenBack given) {
        seats.lock(payment.bookingId);
        boolean known = Refund.count("refundRef", given.id()) > 0;
        if (known || given.hasFailed()) {
            Refund.<Refund>find("refundRef", given.id())
                    .firstResultOptional()
                    .ifPresent(refund -> learn(refund.id, given));
            return;
        }
        want(payment.id, payment.bookingId, given.amount());
        Refund refund = Refund.find("paymentId = ?1 and state = ?2 order by id desc", payment.id, Refund.State.WANTED)
                .firstResult();
        learn(refund.id, given);
    }

    private Refund locked(UUID id) {
        Refund known = Refund.findById(id);
        if (known == null) {
            return null;
        }
        seats.lock(known.bookingId);
        Refund.getEntityManager().detach(known);
        return Refund.locked(id);
    }
}
