package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.hibernate.Session;

/**
 * What is to be paid by hand: the carer is told how and by when, is reminded once, and loses the places to come only where the
 * instructor wants it so. Any number of instances may do it at once.
 */
@ApplicationScoped
class Dues {

    private static final String UNTOLD =
            "SELECT id FROM payment WHERE state = 'DUE' AND told_at IS NULL ORDER BY created_at LIMIT 100";

    /** A day before it is due, or half-way where there is less time. */
    private static final String TO_REMIND =
            """
            SELECT id
              FROM payment
             WHERE state = 'DUE' AND told_at IS NOT NULL AND reminded_at IS NULL
               AND until - least(interval '1 day', (until - created_at) / 2) <= :now
             ORDER BY until LIMIT 100""";

    private static final String TO_LAPSE =
            """
            SELECT p.id
              FROM payment p
              JOIN payment_rules r ON r.account_id = p.instructor_id
             WHERE p.state = 'DUE' AND r.expire_after_days IS NOT NULL AND p.reminded_at IS NOT NULL
               AND p.until + make_interval(days => r.expire_after_days) <= :now
             ORDER BY p.until LIMIT 100""";

    private interface Deed {
        void on(Payment payment, Money owed, Instant now);
    }

    @Inject
    Session database;

    @Inject
    Sellers sellers;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "tell-what-is-due")
    void tell() {
        each(UNTOLD, null, (payment, owed, now) -> {
            if (payment.toldAt == null) {
                payment.toldAt = now;
                notices.due(LetterKind.PAY_INSTRUCTOR, payment, owed, PaymentRules.howToPay(payment.instructorId));
            }
        });
    }

    @Scheduled(every = "{bearhug.tidy-every}", identity = "remind-of-what-is-due")
    void remind() {
        each(TO_REMIND, clock.instant(), (payment, owed, now) -> {
            if (payment.remindedAt == null) {
                payment.remindedAt = now;
                notices.due(LetterKind.PAYMENT_REMINDER, payment, owed, PaymentRules.howToPay(payment.instructorId));
            }
        });
    }

    @Scheduled(every = "{bearhug.tidy-every}", identity = "let-what-is-not-paid-lapse")
    void lapse() {
        each(TO_LAPSE, clock.instant(), (payment, owed, now) -> {
            payment.end(Payment.State.EXPIRED);
            sellers.of(payment.purchase()).lapse(payment.purchase().id());
            refunds.settle(payment.purchase());
            notices.toCarer(LetterKind.PLACES_LAPSED, payment);
            notices.toInstructor(LetterKind.PLACES_LAPSED_INSTRUCTOR, payment);
        });
    }

    private void each(String chosen, Instant now, Deed deed) {
        List<UUID> ids = QuarkusTransaction.requiringNew().call(() -> {
            var query = database.createNativeQuery(chosen, UUID.class);
            return (now == null ? query : query.setParameter("now", now)).getResultList();
        });
        OneByOne.each("payment", ids, id -> QuarkusTransaction.requiringNew().run(() -> one(id, deed)));
    }

    private void one(UUID id, Deed deed) {
        Payment payment = Payment.locked(id, sellers);
        if (payment.state != Payment.State.DUE) {
            return;
        }
        Money owed = ledger.balance(payment.purchase());
        if (owed.amount() <= 0) {
            payment.end(Payment.State.SETTLED);
        } else {
            deed.on(payment, owed, clock.instant());
        }
    }
}
