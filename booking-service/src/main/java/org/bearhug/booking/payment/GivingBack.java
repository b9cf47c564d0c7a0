package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Asks Stripe to give back what is wanted back. Who has claimed a refund has it for a while; when it dies, another one asks
 * Stripe again, under the same key, and looks first whether it was done.
 */
@ApplicationScoped
class GivingBack {

    private static final Logger LOG = Logger.getLogger(GivingBack.class);

    private static final String CLAIM =
            """
            UPDATE refund
               SET tries = tries + 1,
                   due_at = CAST(:now AS timestamptz) + least(interval '1 hour', interval '1 minute' * (1 << least(tries, 10)))
             WHERE id IN (SELECT id FROM refund WHERE state IN ('WANTED', 'SENT') AND due_at <= :now
                           ORDER BY due_at LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING id, payment_id, amount, state, tries, refund_ref""";

    private static final String INTENT = "SELECT intent_ref FROM payment WHERE id = :id";

    @Inject
    Session database;

    @Inject
    Till till;

    @Inject
    Refunds refunds;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "give-money-back")
    void giveBack() {
        if (!till.isThere()) {
            return;
        }
        Instant now = clock.instant();
        List<Object[]> claimed = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("now", now)
                        .getResultList());
        for (Object[] row : claimed) {
            attempt(
                    (UUID) row[0],
                    () -> "SENT".equals(row[3])
                            ? till.given((String) row[5])
                            : ask((UUID) row[0], (UUID) row[1], (Long) row[2], (Integer) row[4]));
        }
    }

    private interface Question {
        GivenBack ask();
    }

    private void attempt(UUID id, Question question) {
        try {
            steps.reach(Steps.Step.BEFORE_GIVING_BACK);
            GivenBack given = question.ask();
            steps.reach(Steps.Step.AFTER_GIVING_BACK);
            QuarkusTransaction.requiringNew().run(() -> {
                refunds.learn(id, given);
                steps.reach(Steps.Step.BEFORE_GIVEN_BACK_COMMITTED);
            });
            steps.reach(Steps.Step.AFTER_GIVEN_BACK_COMMITTED);
        } catch (TillAway away) {
            LOG.warnf("Refund %s has to wait: %s", id, away.getMessage());
        } catch (TillRefused no) {
            LOG.errorf("Stripe does not give back refund %s: %s", id, no.code());
            QuarkusTransaction.requiringNew().run(() -> refunds.refused(id, no.code()));
        }
    }

    private GivenBack ask(UUID id, UUID payment, long amount, int tries) {
        String intent = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(INTENT, String.class)
                .setParameter("id", payment)
                .getSingleResult());
        return (tries == 1 ? java.util.Optional.<GivenBack>empty() : till.alreadyGiven(id, intent))
                .orElseGet(() -> till.giveBack(id, intent, amount));
    }
}
