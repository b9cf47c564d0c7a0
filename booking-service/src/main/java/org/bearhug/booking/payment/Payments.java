package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** What those who sell ask of payment. */
@ApplicationScoped
public class Payments {

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

    @Inject
    Session database;

    @Inject
    Till till;

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

    /** Whether this sum is paid by Stripe before one has what it is for. */
    public boolean areFirst(Money sum) {
        return isOnline() && sum.amount() > 0;
    }

    /** Until when somebody who books now has time to pay; not beyond the start. */
    public Instant until(Instant now, Instant firstStart) {
        Instant end = now.plus(lasts);
        return end.isBefore(firstStart) ? end : firstStart;
    }

    /**
     * What is about to be noted by whoever asks, as to be paid by Stripe for what is kept until then; {@link PaymentPages#open} goes
     * on after the commit.
     */
    public Intended intended(UUID id, Purchase purchase, String title, Money sum, Instant until) {
        Instant ends = pageEnds(until, clock.instant());
        steps.reach(Steps.Step.BEFORE_INTENDED_COMMITTED);
        return new Intended(id, purchase, title, sum, until, ends);
    }

    private static Instant pageEnds(Instant until, Instant now) {
        Instant shortest = now.plus(SHORTEST_PAGE);
        return until.isBefore(shortest) ? shortest : until;
    }

    /**
     * Notes what is to be paid by Stripe for what is kept until then; {@link PaymentPages#shown} goes on after the commit.
     *
     * @return how it is paid until there is a page
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PaymentView intend(Purchase purchase, UUID carer, UUID instructor, Money sum, Instant until) {
        return intend(purchase, carer, instructor, sum, until, true);
    }

    PaymentView intend(Purchase purchase, UUID carer, UUID instructor, Money sum, Instant until, boolean keeps) {
        Instant now = clock.instant();
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
                .setParameter("pageEnds", pageEnds(until, now))
                .getSingleResult();
        steps.reach(Steps.Step.BEFORE_INTENDED_COMMITTED);
        return PaymentView.online(id, Payment.State.OPENING, sum, null, until);
    }

    /** Closes the page of what was given up, or is paid in another way, as soon as Stripe answers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void callOff(Purchase purchase) {
        Payment.underWayFor(purchase).ifPresent(payment -> payment.until = clock.instant());
    }
}
