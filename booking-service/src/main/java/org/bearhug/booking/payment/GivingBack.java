package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.sql.SqlFile;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Asks Stripe to give back what is wanted back. Who has claimed a refund has it for a while; when it dies, another one asks
 * Stripe again, under the same key, and looks first whether it was done. As long as Stripe does not answer, nobody knows, and
 * it is asked for ever; what it says no to is asked a few times.
 */
@ApplicationScoped
class GivingBack {

    private static final Logger LOG = Logger.getLogger(GivingBack.class);

    /** While a bank asks for the money back, Stripe gives nothing back of it. */
    private static final String CLAIM = SqlFile.read("payment/claim-refunds").formatted(Pauses.UNANSWERED);

    @Inject
    Session database;

    @Inject
    Till till;

    @Inject
    OwedRefunds owed;

    @Inject
    RefundNews news;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    /** @param attempt how many came to nothing before it */
    private record Claimed(UUID id, long amount, boolean sent, int tries, int attempt, String ref, String intent) {

        static Claimed of(Object[] row) {
            return new Claimed(
                    (UUID) row[0],
                    (Long) row[1],
                    "SENT".equals(row[2]),
                    (Integer) row[3],
                    (Integer) row[4],
                    (String) row[5],
                    (String) row[6]);
        }

        @Override
        public String toString() {
            return id.toString();
        }
    }

    @Scheduled(every = "{bearhug.tidy-every}", identity = "give-money-back")
    void giveBack() {
        if (!till.isThere()) {
            return;
        }
        Instant now = clock.instant();
        List<Claimed> claimed = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("now", now)
                        .setTupleTransformer((row, columns) -> Claimed.of(row))
                        .getResultList());
        OneByOne.each("refund", claimed, this::attempt);
    }

    private void attempt(Claimed refund) {
        try {
            steps.reach(Steps.Step.BEFORE_GIVING_BACK);
            Optional<GivenBack> given = refund.sent() ? Optional.of(till.given(refund.ref())) : ask(refund);
            steps.reach(Steps.Step.AFTER_GIVING_BACK);
            QuarkusTransaction.requiringNew().run(() -> {
                given.ifPresent(back -> news.learn(refund.id(), back));
                steps.reach(Steps.Step.BEFORE_GIVEN_BACK_COMMITTED);
            });
            steps.reach(Steps.Step.AFTER_GIVEN_BACK_COMMITTED);
        } catch (TillAway away) {
            LOG.warnf("Refund %s has to wait: %s", refund, away.getMessage());
        } catch (TillRefused no) {
            LOG.errorf("Stripe does not give back refund %s: %s", refund, no.code());
            QuarkusTransaction.requiringNew().run(() -> news.refused(refund.id(), no.code()));
        }
    }

    /** Nothing, when it was not given before and is not owed any more. */
    private Optional<GivenBack> ask(Claimed refund) {
        Optional<GivenBack> already = refund.tries() == 1
                ? Optional.empty()
                : till.alreadyGiven(refund.id(), refund.attempt(), refund.intent());
        if (already.isPresent() || !QuarkusTransaction.requiringNew().call(() -> owed.isOwed(refund.id()))) {
            return already;
        }
        return Optional.of(till.giveBack(refund.id(), refund.attempt(), refund.intent(), refund.amount()));
    }
}
