package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** What an instructor notes: that money came, or went back, with who noted it and when. */
@ApplicationScoped
class ByHand {

    private static final String NOTE =
            """
            INSERT INTO payment_by_hand (id, booking_id, carer_id, kind, amount, note, noted_by, noted_at)
            VALUES (:id, :booking, :carer, :kind, :amount, :note, :by, :now)""";

    @Inject
    Session database;

    @Inject
    Sellers sellers;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    Clock clock;

    /**
     * Money came.
     *
     * @throws Refusal 404 for another's class, 400 for another currency, 409 {@code more-than-owed}
     */
    @Transactional
    Noted paid(UUID instructor, UUID booking, Money sum, String note) {
        UUID carer = carer(instructor, booking, sum);
        Purchase purchase = Purchase.booking(booking);
        Money owed = ledger.balance(purchase);
        if (sum.amount() > owed.amount()) {
            throw new Refusal(409, "more-than-owed", "Less than that is owed for this booking.").with("balance", owed);
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        ledger.payment(purchase, sum, "paid-by-hand", "by-hand:" + id, instructor);
        if (sum.amount() == owed.amount()) {
            Payment.underWayFor(purchase).ifPresent(payment -> {
                if (payment.provider == Payment.Provider.MANUAL) {
                    payment.end(Payment.State.PAID);
                    payment.paidAt = clock.instant();
                } else {
                    payment.callOff(clock.instant());
                }
            });
        }
        return note(id, booking, carer, "PAYMENT", sum, note, instructor);
    }

    /**
     * Money went back.
     *
     * @throws Refusal as {@link #paid}, and 409 {@code nothing-to-pay-back} when it is not as much
     */
    @Transactional
    Noted paidBack(UUID instructor, UUID booking, Money sum, String note) {
        UUID carer = carer(instructor, booking, sum);
        Purchase purchase = Purchase.booking(booking);
        long over = refunds.overpaid(purchase).amount();
        if (sum.amount() > over) {
            throw new Refusal(409, "nothing-to-pay-back", "That is more than is to be paid back by hand.")
                    .with("toPayBack", new Money(Math.max(0, over), sum.currency()));
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        ledger.refund(purchase, sum, "paid-back-by-hand", "by-hand:" + id, instructor);
        return note(id, booking, carer, "REFUND", sum, note, instructor);
    }

    private UUID carer(UUID instructor, UUID booking, Money sum) {
        Bought booked = Bought.of(database, Purchase.booking(booking));
        if (!instructor.equals(booked.instructor())) {
            throw Refusal.notFound("booking");
        }
        if (!sum.currency().equals(booked.currency())) {
            throw Refusal.invalid("#/amount/currency", "This booking is in " + booked.currency() + ".");
        }
        sellers.lock(Purchase.booking(booking));
        return booked.carer();
    }

    private Noted note(UUID id, UUID booking, UUID carer, String kind, Money sum, String note, UUID by) {
        Instant now = clock.instant();
        database.createNativeMutationQuery(NOTE)
                .setParameter("id", id)
                .setParameter("booking", booking)
                .setParameter("carer", carer)
                .setParameter("kind", kind)
                .setParameter("amount", sum.amount())
                .setParameter("note", note, String.class)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
        return new Noted(id, booking, kind, sum, note, by, now, ledger.balance(Purchase.booking(booking)));
    }
}
