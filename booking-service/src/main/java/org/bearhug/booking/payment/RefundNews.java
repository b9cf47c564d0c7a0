package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

    private static final String MOVED_TO = "SELECT id FROM booking WHERE moved_from = :booking";

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

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.refund-attempts")
    int attempts;

    private final RandomGenerator random = RandomGenerator.getDefault();

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
        Payment paid = Payment.locked(payment, sellers);
        Optional<UUID> known = Refund.named(given.id());
        if (known.isEmpty() && !given.hasFailed()) {
            Purchase latest = latest(paid.purchase());
            known = Optional.of(refunds.want(payment, latest, given.amount(), Refund.Cause.AT_STRIPE));
        }
        known.ifPresent(refund -> learn(refund, given));
    }

    /** The bank has taken the money for good. What was to go back of it beside that cannot any more. */
    void lost(Payment paid, Disputed disputed) {
        if (paid.state != Payment.State.PAID || Refund.named(disputed.id()).isPresent()) {
            return;
        }
        Money sum = paid.sum();
        if (disputed.sum().currency().equals(sum.currency()) && disputed.sum().amount() < sum.amount()) {
            sum = disputed.sum();
        }
        Purchase latest = latest(paid.purchase());
        database.createNativeMutationQuery(FORGET_WANTED)
                .setParameter("payment", paid.id)
                .executeUpdate();
        Refund refund = Refund.locked(refunds.want(paid.id, latest, sum.amount(), Refund.Cause.DISPUTE), sellers);
        refund.refundRef = disputed.id();
        refund.state = Refund.State.SUCCEEDED;
        ledger.refund(latest, sum, "dispute-lost", disputed.id(), null);
        Refund.flush();
        refunds.settle(latest);
    }

    /** The booking that has the place of this one now, after moves; locked, like those before it. */
    private Purchase latest(Purchase purchase) {
        Purchase latest = purchase;
        for (Optional<Purchase> next = Optional.of(purchase); next.isPresent(); next = movedTo(latest)) {
            latest = next.get();
            sellers.lock(latest);
        }
        return latest;
    }

    /** No pass is, for its id is no booking's. */
    private Optional<Purchase> movedTo(Purchase purchase) {
        return database.createNativeQuery(MOVED_TO, UUID.class)
                .setParameter("booking", purchase.id())
                .uniqueResultOptional()
                .map(Purchase::booking);
    }
}
