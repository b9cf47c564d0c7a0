package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** Pages of Stripe's that a carer asks for, or comes back from. */
@ApplicationScoped
class Checkouts {

    /** Nothing waits for what is left to pay. */
    private static final Duration PAGE_OF_A_REST = Duration.ofHours(12);

    @Inject
    Session database;

    @Inject
    Payments payments;

    @Inject
    Opening opening;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Sellers sellers;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /**
     * Asks Stripe now how it stands, and does what follows; whoever comes back from the page need not wait for Stripe's message.
     *
     * @throws Refusal 404 for another's, 409 {@code payment-failed}, 503 when Stripe does not answer
     */
    PaymentView refresh(UUID carer, UUID id) {
        Payment payment = QuarkusTransaction.requiringNew().call(() -> Payment.<Payment>findByIdOptional(id)
                .filter(found -> found.carerId.equals(carer))
                .orElseThrow(() -> Refusal.notFound("payment")));
        try {
            if (!payments.isOnline()) {
                return view(id);
            }
            if (payment.state == Payment.State.OPENING) {
                opening.open(id);
            } else if (payment.isUnderWay()) {
                fulfilment.look(id);
            }
        } catch (TillRefused unknown) {
            throw new Refusal(409, "payment-failed", "Stripe does not know this page. Please ask the instructor.")
                    .with("reason", unknown.code());
        } catch (TillAway away) {
            throw Refusal.unavailable(
                    "Stripe does not answer just now. Nothing is lost; please try again in a moment.");
        }
        return view(id);
    }

    private PaymentView view(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Payment payment = Payment.findById(id);
            return PaymentView.of(payment, PaymentRules.howToPay(payment.instructorId));
        });
    }

    /**
     * Opens a page for what is left to pay of a confirmed booking, or of a pass. The one that there is may turn out to be paid,
     * or over, when Stripe is asked: then there is another one for what is owed by then, if anything is.
     *
     * @throws Refusal 404 for another's, 409 {@code no-online-payment}, {@code nothing-to-pay}, {@code payment-failed}
     */
    PaymentView payRest(UUID carer, Purchase purchase) {
        PaymentView found = rest(carer, purchase);
        return found.hasEnded() ? rest(carer, purchase) : found;
    }

    private PaymentView rest(UUID carer, Purchase purchase) {
        return refresh(carer, QuarkusTransaction.requiringNew().call(() -> intendRest(carer, purchase)));
    }

    private UUID intendRest(UUID carer, Purchase purchase) {
        Bought bought = Bought.of(database, purchase);
        if (!bought.carer().equals(carer)) {
            throw Refusal.notFound(purchase.kind().toString());
        }
        if (!payments.isOnline()) {
            throw new Refusal(409, "no-online-payment", "Please pay your instructor.");
        }
        sellers.lock(purchase);
        Payment underWay = Payment.underWayFor(purchase).orElse(null);
        if (underWay != null && underWay.provider == Payment.Provider.STRIPE) {
            return underWay.id;
        }
        Money owed = ledger.balance(purchase);
        if (owed.amount() <= 0) {
            throw new Refusal(409, "nothing-to-pay", "Nothing is owed for this " + purchase.kind() + ".");
        }
        refuseWhileAnotherSumIsLookedAt(purchase);
        if (underWay != null) {
            underWay.end(Payment.State.SETTLED);
            Payment.flush();
        }
        Instant until = clock.instant().plus(PAGE_OF_A_REST);
        return payments.intend(purchase, carer, bought.instructor(), owed, until, false)
                .id();
    }

    /** Money came already, only not what was asked for: nobody is to pay twice before the instructor has looked at it. */
    private static void refuseWhileAnotherSumIsLookedAt(Purchase purchase) {
        Payment.latestOf(purchase)
                .filter(latest -> latest.state == Payment.State.MISMATCH)
                .ifPresent(latest -> {
                    throw new Refusal(
                                    409,
                                    "payment-failed",
                                    "Another sum was paid than was asked for. Your instructor looks at it; please ask there.")
                            .with("reason", latest.problem);
                });
    }
}
