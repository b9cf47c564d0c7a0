package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** What those who sell ask of payment. */
@ApplicationScoped
public class Payments {

    private static final Logger LOG = Logger.getLogger(Payments.class);

    /**
     * Stripe's shortest is 30 minutes from when it is asked, which may be a while later when it is away. The page is closed
     * when its time is over all the same.
     */
    private static final Duration SHORTEST_PAGE = Duration.ofMinutes(45);

    /** When an instructor says nothing else. */
    public static final int USUAL_DUE_DAYS = 7;

    private static final String INTEND =
            """
            INSERT INTO payment (booking_id, pass_id, carer_id, instructor_id, provider, state, amount, currency, keeps_seats,
                   until, created_at, page_ends_at, asked_at)
            VALUES (:booking, :pass, :carer, :instructor, 'STRIPE', 'OPENING', :amount, :currency, :keeps, :until, :now,
                   :pageEnds, :now)
            RETURNING id""";

    private static final String REST_IS_DUE =
            """
            UPDATE payment
               SET amount = (SELECT sum(amount) FROM money_entry WHERE booking_id = :booking)
             WHERE booking_id = :booking AND state = 'DUE'""";

    private static final String WITH_RULES =
            """
            select p, r.howToPay
              from Payment p left join PaymentRules r on r.accountId = p.instructorId
             where p.%1$sId in :ids
             order by p.id""";

    @Inject
    Session database;

    @Inject
    Till till;

    @Inject
    Opening opening;

    @Inject
    Refunds refunds;

    @Inject
    Ledger ledger;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.payment-lasts")
    Duration lasts;

    /** Whether carers pay by Stripe before they have what they buy; else they pay the instructor, by hand. */
    public boolean isOnline() {
        return till.isThere();
    }

    /** Until when somebody who books now has time to pay; not beyond the start. */
    public Instant until(Instant now, Instant firstStart) {
        Instant end = now.plus(lasts);
        return end.isBefore(firstStart) ? end : firstStart;
    }

    /** Notes what is to be paid by Stripe for what is kept until then; {@link #begin} goes on after the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void intend(Purchase purchase, UUID carer, UUID instructor, Money sum, Instant until) {
        intend(purchase, carer, instructor, sum, until, true);
    }

    UUID intend(Purchase purchase, UUID carer, UUID instructor, Money sum, Instant until, boolean keeps) {
        Instant now = clock.instant();
        Instant shortest = now.plus(SHORTEST_PAGE);
        UUID id = database.createNativeQuery(INTEND, UUID.class)
                .setParameter("booking", purchase.bookingId(), UUID.class)
                .setParameter("pass", purchase.passId(), UUID.class)
                .setParameter("carer", carer)
                .setParameter("instructor", instructor)
                .setParameter("amount", sum.amount())
                .setParameter("currency", sum.currency())
                .setParameter("keeps", keeps)
                .setParameter("until", until)
                .setParameter("now", now)
                .setParameter("pageEnds", until.isBefore(shortest) ? shortest : until)
                .getSingleResult();
        steps.reach(Steps.Step.BEFORE_INTENDED_COMMITTED);
        return id;
    }

    /**
     * Opens the page on which it is paid, unless it is open. Stripe being away is no harm: a job tries again.
     *
     * @return whether this is being paid by Stripe
     * @throws org.bearhug.kit.Refusal 409 {@code payment-failed} when Stripe will not, and each time after that
     */
    public boolean begin(Purchase purchase) {
        steps.reach(Steps.Step.AFTER_INTENDED_COMMITTED);
        Payment payment = QuarkusTransaction.requiringNew()
                .call(() -> Payment.latestOf(purchase).orElse(null));
        if (payment == null || payment.provider != Payment.Provider.STRIPE) {
            return false;
        }
        if (payment.wasRefused()) {
            throw Opening.refused(payment.problem);
        }
        if (!payment.isUnderWay()) {
            return false;
        }
        try {
            opening.open(payment.id);
        } catch (TillAway away) {
            LOG.warnf("The page of payment %s has to wait: %s", payment.id, away.getMessage());
        }
        return true;
    }

    /** Closes the page of what was given up, or is paid in another way, as soon as Stripe answers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void callOff(Purchase purchase) {
        Payment.underWayFor(purchase).ifPresent(payment -> payment.until = clock.instant());
    }

    /**
     * After what is owed has changed: what was paid and is not owed goes back. What was bought is locked by whoever asks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(Purchase purchase) {
        refunds.settle(purchase);
    }

    /** So much goes back by Stripe and is not in the ledger yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long goesBack(Purchase purchase) {
        return refunds.wanted(purchase);
    }

    /**
     * After a booking took the place of another one: what was paid for that and is not owed there any more counts for this,
     * but for what goes back already. The rest is due, or nothing. Both are locked by whoever asks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(Purchase from, Purchase to, UUID by) {
        ledger.carryOver(from, to, refunds.wanted(from), by);
        settle(from);
        settle(to);
        database.createNativeMutationQuery(REST_IS_DUE)
                .setParameter("booking", to.id())
                .executeUpdate();
    }

    /** How each of these bookings, or passes, is paid, as far as there is something to pay. */
    @Transactional
    public Map<UUID, PaymentView> of(Purchase.Kind kind, Collection<UUID> ids) {
        return database.createQuery(kind.in(WITH_RULES), Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> ((Payment) row[0]).purchase().id(),
                        row -> PaymentView.of((Payment) row[0], (String) row[1]),
                        (older, newer) -> newer));
    }
}
