package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Looks after payments that nobody told us of: pages that are not open yet, those whose time is over, and now and then all that
 * are open, for a message of Stripe's may get lost.
 */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private static final Duration OPENING_TAKES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private static final String CLAIM =
            """
            UPDATE payment
               SET asked_at = :now
             WHERE id IN (SELECT id
                            FROM payment
                           WHERE state IN ('OPENING', 'OPEN', 'PROCESSING')
                             AND (asked_at IS NULL OR asked_at <= :looked OR asked_at <= :opening
                                  AND (state = 'OPENING' OR state = 'OPEN' AND until <= :now))
                           ORDER BY until LIMIT 50 FOR UPDATE SKIP LOCKED)
            RETURNING id, state, page_ends_at <= :now""";

    /** @param over the time of its page */
    private record Claimed(UUID id, boolean opens, boolean over) {

        @Override
        public String toString() {
            return id.toString();
        }
    }

    @Inject
    Session database;

    @Inject
    Till till;

    @Inject
    Opening opening;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "look-after-payments")
    void look() {
        if (!till.isThere()) {
            return;
        }
        Instant now = clock.instant();
        List<Claimed> claimed = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("now", now)
                        .setParameter("looked", now.minus(BETWEEN_LOOKS))
                        .setParameter("opening", now.minus(OPENING_TAKES))
                        .setTupleTransformer((row, columns) ->
                                new Claimed((UUID) row[0], "OPENING".equals(row[1]), (Boolean) row[2]))
                        .getResultList());
        OneByOne.each("payment", claimed, this::attempt);
    }

    private void attempt(Claimed payment) {
        try {
            if (payment.opens() && payment.over()) {
                opening.giveUp(payment.id());
            } else if (payment.opens()) {
                opening.open(payment.id());
            }
            fulfilment.look(payment.id());
        } catch (TillAway away) {
            LOG.warnf("Payment %s has to wait: %s", payment, away.getMessage());
        } catch (TillRefused unknown) {
            LOG.warnf("Stripe does not know the page of payment %s: %s", payment, unknown.code());
            if (payment.over()) {
                opening.giveUp(payment.id());
            }
        } catch (Refusal no) {
            LOG.warnf("Payment %s cannot go on: %s", payment, no.code());
        }
    }
}
