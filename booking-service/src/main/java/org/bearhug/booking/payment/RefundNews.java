package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
        if (refunds.overpaid(refund.purchase()).amount() > 0) {
            notices.toInstructor(LetterKind.REFUND_FAILED, Payment.findById(refund.paymentId));
        }
    }
}
