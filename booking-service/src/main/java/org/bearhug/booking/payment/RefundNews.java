package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * What became of money that is to go back, in any order and as often as it is said. A refund is a line of the ledger once
 * Stripe has taken it, and is taken back there when it fails afterwards.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RefundNews {

    /** To these Stripe says no for ever. */
    private static final Set<String> FOR_EVER = Set.of(
            "resource_missing",
            "charge_already_refunded",
            "charge_not_succeeded",
            "lost_or_stolen_card",
            "expired_or_canceled_card",
            "charge_for_pending_refund_disputed",
            "merchant_request");

    private static final String FORGET_WANTED =
            "UPDATE refund SET state = 'FAILED', problem = 'dispute-lost' WHERE payment_id = :payment AND state = 'WANTED'";

    /** Whether no more goes back of a payment, or is wanted back, than came. */
    private static final String THERE =
            """
            SELECT amount >= (SELECT coalesce(sum(r.amount), 0) FROM refund r WHERE r.payment_id = p.id AND r.state <> 'FAILED')
              FROM payment p WHERE p.id = :payment""";

    @Inject
    Session database;

    @Inject
    MovedLine moved;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    Sellers sellers;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.refund-attempts")
    int attempts;

    private final RandomGenerator random = RandomGenerator.getDefault();

    /**
     * Whether what is wanted back is owed still, and there to go back. The instructor may have given some of it back on Stripe's
     * own pages meanwhile: then it is wanted no more, and what is left of it is wanted anew.
     */
    boolean isOwed(UUID id) {
        Refund refund = Refund.locked(id, sellers);
        if (refund == null || refund.state != Refund.State.WANTED) {
            return false;
        }
        boolean owed = refunds.wanted(refund.purchase())
                <= -ledger.balance(refund.purchase()).amount();
        if (owed && isThere(refund.paymentId)) {
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

    /** Stripe says this of a refund. */
    void learn(UUID id, GivenBack given) {
        Refund refund = Refund.locked(id, sellers);
        if (refund == null || refund.state == Refund.State.FAILED || given.attempt() < refund.failures) {
            return;
        }
        boolean wanted = refund.state == Refund.State.WANTED;
        Money sum = new Money(refund.amount, ledger.balance(refund.purchase()).currency());
        if (given.hasFailed()) {
            if (!wanted) {
                ledger.payment(refund.purchase(), sum, "refund-failed", given.id(), null);
            }
            fail(refund, given.failure());
        } else if (wanted) {
            refund.refundRef = given.id();
            refund.state = given.status().equals("succeeded") ? Refund.State.SUCCEEDED : Refund.State.SENT;
            refund.problem = null;
            ledger.refund(refund.purchase(), sum, "refunded", given.id(), null);
        } else if (given.status().equals("succeeded")) {
            refund.state = Refund.State.SUCCEEDED;
        }
    }

    /** Stripe will not do what was asked. */
    void refused(UUID id, String code) {
        Refund refund = Refund.locked(id, sellers);
        if (refund != null && refund.state == Refund.State.WANTED) {
            fail(refund, code);
        }
    }

    /** Stripe is asked again, some times; then the instructor has to pay it back in another way, if it is owed still. */
    private void fail(Refund refund, String why) {
        refund.failures++;
        refund.problem = why == null ? "refused" : why;
        boolean hope =
                refund.cause == Refund.Cause.OWED && refund.failures < attempts && !FOR_EVER.contains(refund.problem);
        if (hope) {
            refund.state = Refund.State.WANTED;
            refund.refundRef = null;
            refund.dueAt = clock.instant().plus(Pauses.afterNo(refund.failures, random));
            return;
        }
        refund.state = Refund.State.FAILED;
        Refund.flush();
        if (-ledger.balance(refund.purchase()).amount() > refunds.wanted(refund.purchase())) {
            notices.toInstructor(LetterKind.REFUND_FAILED, Payment.findById(refund.paymentId));
        }
    }

    /** A refund that somebody made on Stripe's own pages. */
    void learnForeign(UUID payment, GivenBack given) {
        List<Purchase> line = moved.lockedFor(payment);
        Optional<UUID> known = Refund.named(given.id());
        if (known.isEmpty() && !given.hasFailed()) {
            known = Optional.of(
                    refunds.want(payment, wanting(line, given.amount()), given.amount(), Refund.Cause.AT_STRIPE));
        }
        known.ifPresent(refund -> learn(refund, given));
    }

    /** For what it was given, most likely: the oldest for which as much is to be paid back, or else the one that has the place. */
    private Purchase wanting(List<Purchase> line, long amount) {
        return line.stream()
                .filter(each -> -ledger.balance(each).amount() >= amount)
                .findFirst()
                .orElseGet(() -> MovedLine.latest(line));
    }

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
        long toPayBack = -ledger.balance(purchase).amount() - refunds.wanted(purchase);
        return new Money(Math.min(taken.amount(), Math.max(0, toPayBack)), taken.currency());
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
