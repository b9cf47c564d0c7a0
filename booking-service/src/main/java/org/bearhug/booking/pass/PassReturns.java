package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.payment.Payments;
import org.bearhug.booking.payment.Refunds;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Passes that nobody uses go back as a whole: for some days after they were bought, or as long as they are not paid. What was
 * paid by Stripe goes back by Stripe, the rest by hand.
 */
@ApplicationScoped
class PassReturns {

    @Inject
    PassViews views;

    @Inject
    Ledger money;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    Clock clock;

    /**
     * What giving it back brings.
     *
     * @param until by when it has to be given back, if it is paid
     */
    @Schema(name = "PassReturn")
    record Preview(Money comesBack, Instant until) {}

    /**
     * What would come back now; nothing more when it was given back already.
     *
     * @throws Refusal as {@link #giveBack}
     */
    @Transactional
    Preview preview(UUID carer, UUID id) {
        Pass pass = Pass.of(carer, id).orElseThrow(() -> Refusal.notFound("pass"));
        if (pass.isOver()) {
            return new Preview(new Money(0, pass.currency), views.returnableUntil(pass));
        }
        requireReturnable(pass, clock.instant());
        long comesBack = pass.amount - money.balance(pass.purchase()).amount();
        return new Preview(new Money(Math.max(0, comesBack), pass.currency), views.returnableUntil(pass));
    }

    /**
     * Gives a pass back. Doing it again changes nothing.
     *
     * @throws Refusal 404 for another's, 409 {@code pass-in-use}, {@code too-late-to-return}
     */
    @Transactional
    PassView giveBack(UUID carer, UUID id) {
        Pass pass = Pass.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("pass"));
        if (pass.returnedAt == null) {
            requireReturnable(pass, clock.instant());
            pass.returnedAt = clock.instant();
            if (pass.lapsedAt == null) {
                money.credit(pass.purchase(), pass.price(), "pass-returned", carer);
            }
            payments.callOff(pass.purchase());
            refunds.settle(pass.purchase());
        }
        return views.view(pass);
    }

    private void requireReturnable(Pass pass, Instant now) {
        if (pass.used > 0) {
            throw new Refusal(409, "pass-in-use", "Sessions are booked with this pass.");
        }
        Instant until = views.returnableUntil(pass);
        if (pass.lapsedAt == null && money.balance(pass.purchase()).amount() <= 0 && now.isAfter(until)) {
            throw new Refusal(409, "too-late-to-return", "This pass can be given back no more.").with("until", until);
        }
    }

    /**
     * Its instructor has paid back by hand what is owed for it; what goes back by Stripe does so by itself.
     *
     * @throws Refusal 404 for another's, 409 {@code nothing-to-pay-back}
     */
    @Transactional
    PassView paidBack(UUID instructor, UUID id) {
        Pass pass = Pass.lockedSoldBy(instructor, id).orElseThrow(() -> Refusal.notFound("pass"));
        Money toPayBack = refunds.overpaid(pass.purchase());
        if (toPayBack.amount() <= 0) {
            throw new Refusal(409, "nothing-to-pay-back", "Nothing is to be paid back for this pass.");
        }
        money.refund(pass.purchase(), toPayBack, "paid-back-by-hand", null, instructor);
        return views.soldView(pass);
    }
}
