package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.payment.Payments;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Buying passes, and noting that they were paid. */
@ApplicationScoped
class PassSales {

    /** Also those that cost nothing and have sessions left. */
    private static final String UNPAID =
            """
            SELECT count(*)
              FROM pass p
             WHERE carer_id = :carer AND returned_at IS NULL AND valid_until > :now
               AND CASE amount
                   WHEN 0 THEN used < units
                   ELSE (SELECT sum(m.amount) FROM money_entry m WHERE m.pass_id = p.id) > 0 END""";

    @Inject
    Session database;

    @Inject
    NamedLocks locks;

    @Inject
    Ledger money;

    @Inject
    Payments payments;

    @Inject
    PassViews views;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.unpaid-passes")
    int mostUnpaid;

    /**
     * Buys what is offered; it is to be paid for, by Stripe within some time.
     *
     * @throws Refusal 404 when it is not for sale, 409 {@code too-many-unpaid-passes}
     */
    @Transactional
    PassView buy(UUID carer, UUID offerId) {
        PassOffer offer = PassOffer.forSale(offerId).orElseThrow(() -> Refusal.notFound("pass"));
        requireFewUnpaid(carer);
        Pass pass = Pass.of(offer, carer, clock.instant());
        pass.persistAndFlush();
        money.charge(pass.purchase(), pass.price(), "pass-bought", carer);
        return views.bought(pass, pass.price(), payment(pass));
    }

    /** By Stripe; null when it is paid by hand, or costs nothing. */
    private PaymentView payment(Pass pass) {
        if (!payments.isOnline() || pass.amount == 0) {
            return null;
        }
        Instant until = payments.until(pass.boughtAt, pass.validUntil);
        return payments.intend(pass.purchase(), pass.carerId, pass.instructorId, pass.price(), until);
    }

    /** One purchase of a carer at a time. */
    private void requireFewUnpaid(UUID carer) {
        locks.lock("passes", carer);
        long unpaid = database.createNativeQuery(UNPAID, Long.class)
                .setParameter("carer", carer)
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (unpaid >= mostUnpaid) {
            throw new Refusal(409, "too-many-unpaid-passes", "Please pay for your passes first, or give one back.")
                    .with("limit", mostUnpaid);
        }
    }

    /**
     * Its instructor was paid by hand what is owed for it; a page on which it could be paid is closed.
     *
     * @throws Refusal 404 for another's, 409 {@code nothing-owed}
     */
    @Transactional
    PassView paid(UUID instructor, UUID id) {
        Pass pass = Pass.lockedSoldBy(instructor, id).orElseThrow(() -> Refusal.notFound("pass"));
        Money owed = money.balance(pass.purchase());
        if (owed.amount() <= 0) {
            throw new Refusal(409, "nothing-owed", "Nothing is owed for this pass.");
        }
        money.payment(pass.purchase(), owed, "paid-by-hand", null, instructor);
        payments.callOff(pass.purchase());
        return views.soldView(pass);
    }
}
