package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.Seller;
import org.bearhug.kit.Refusal;

/**
 * Passes that are paid by Stripe. Each is charged when it is bought and of no use before it is paid; one that is not paid in time
 * lapses, and is not owed any more.
 */
@ApplicationScoped
class PaidPasses implements Seller {

    @Inject
    Ledger money;

    @Inject
    Clock clock;

    @Override
    public Purchase.Kind sells() {
        return Purchase.Kind.PASS;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID id) {
        Pass.locked(id);
    }

    /** Nothing need be done, unless it has lapsed: then it is bought once more, by whoever would get it as a newcomer. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirm(UUID id) {
        Pass pass = Pass.locked(id);
        if (pass.returnedAt != null) {
            throw PassRefusals.returned();
        }
        if (pass.lapsedAt == null) {
            return;
        }
        if (PassOffer.forSale(pass.offerId).isEmpty() || !clock.instant().isBefore(pass.validUntil)) {
            throw new Refusal(409, "pass-expired", "This pass is not to be had any more.");
        }
        pass.lapsedAt = null;
        money.charge(pass.purchase(), pass.price(), "pass-bought", pass.carerId);
    }

    /** There is no end of its own to put off. */
    @Override
    public void keep(UUID id, Instant until) {
        // it lapses only when its payment does
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean expire(UUID id) {
        Pass pass = Pass.locked(id);
        Money owed = money.balance(pass.purchase());
        boolean unpaid = pass.returnedAt == null && pass.lapsedAt == null && owed.amount() > 0;
        if (unpaid) {
            pass.lapsedAt = clock.instant();
            money.credit(pass.purchase(), owed, "not-paid", null);
        }
        return unpaid;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lapse(UUID id) {
        expire(id);
    }
}
