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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** What the booking desk asks of payment. */
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
            INSERT INTO payment (booking_id, carer_id, instructor_id, provider, state, amount, currency, keeps_seats, until,
                   created_at, page_ends_at, asked_at)
            VALUES (:booking, :carer, :instructor, 'STRIPE', 'OPENING', :amount, :currency, :keepsSeats, :until, :now, :pageEnds,
                   :now)
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
             where p.bookingId in :bookings
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

    /** Whether carers pay by Stripe before they have a seat; else they pay the instructor, by hand. */
    public boolean isOnline() {
        return till.isThere();
    }

    /** Until when somebody who books now has time to pay; not beyond the start. */
    public Instant until(Instant now, Instant firstStart) {
        Instant end = now.plus(lasts);
        return end.isBefore(firstStart) ? end : firstStart;
    }

    /** Notes what is to be paid by Stripe for seats that are held until then; {@link #begin} goes on after the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void intend(UUID booking, UUID carer, UUID instructor, Money sum, Instant until) {
        intend(booking, carer, instructor, sum, until, true);
    }

    UUID intend(UUID booking, UUID carer, UUID instructor, Money sum, Instant until, boolean keepsSeats) {
        Instant now = clock.instant();
        Instant shortest = now.plus(SHORTEST_PAGE);
        UUID id = database.createNativeQuery(INTEND, UUID.class)
                .setParameter("booking", booking)
                .setParameter("carer", carer)
                .setParameter("instructor", instructor)
                .setParameter("amount", sum.amount())
                .setParameter("currency", sum.currency())
                .setParameter("keepsSeats", keepsSeats)
                .setParameter("until", until)
                .setParameter("now", now)
                .setParameter("pageEnds", until.isBefore(shortest) ? shortest : until)
                .getSingleResult();
        steps.reach(Steps.Step.BEFORE_INTENDED_COMMITTED);
        return id;
    }

    /**
     * Opens the page on which a booking is paid, unless it is open. Stripe being away is no harm: a job tries again.
     *
     * @return whether this booking is being paid by Stripe
     * @throws org.bearhug.kit.Refusal 409 {@code payment-failed} when Stripe will not, and each time after that
     */
    public boolean begin(UUID booking) {
        steps.reach(Steps.Step.AFTER_INTENDED_COMMITTED);
        Payment payment = QuarkusTransaction.requiringNew()
                .call(() -> Payment.latestOf(booking).orElse(null));
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

    /** Closes the page of a booking that was given up, as soon as Stripe answers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void callOff(UUID booking) {
        Payment.underWayFor(booking).ifPresent(payment -> payment.until = clock.instant());
    }

    /**
     * After what is owed for a booking has changed: what was paid and is not owed goes back. The booking is locked by whoever
     * asks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(UUID booking) {
        refunds.settle(booking);
    }

    /**
     * After a booking took the place of another one: what was paid for that and is not owed there any more counts for this,
     * but for what goes back already. The rest is due, or nothing. Both are locked by whoever asks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(UUID from, UUID to, UUID by) {
        ledger.carryOver(from, to, refunds.wanted(from), by);
        settle(from);
        settle(to);
        database.createNativeMutationQuery(REST_IS_DUE)
                .setParameter("booking", to)
                .executeUpdate();
    }

    /** How each of these bookings is paid, as far as there is something to pay. */
    @Transactional
    public Map<UUID, PaymentView> of(Collection<UUID> bookings) {
        return database.createQuery(WITH_RULES, Object[].class)
                .setParameter("bookings", bookings)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> ((Payment) row[0]).bookingId,
                        row -> PaymentView.of((Payment) row[0], (String) row[1]),
                        (older, newer) -> newer));
    }
}
