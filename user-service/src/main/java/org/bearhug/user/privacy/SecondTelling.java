package org.bearhug.user.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bearhug.user.account.AccountErasure;
import org.bearhug.user.token.TokenIssuer;

/**
 * Tells of an erasure once more when the last token from before it has ended: what was written elsewhere with it until then
 * is forgotten as well.
 */
@ApplicationScoped
class SecondTelling {

    /** And a minute, for requests on their way and clocks that differ. */
    static final Duration TOKENS_END = TokenIssuer.LIFETIME.plusMinutes(1);

    private static final int AT_ONCE = 50;

    @Inject
    AccountErasure accounts;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{bearhug.erasure-every}",
            identity = "tell-erasures-again",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> Erasure.toldOnce(now.minus(TOKENS_END), AT_ONCE).forEach(erasure -> {
                    accounts.tellAgain(erasure.accountId);
                    erasure.toldAgainAt = now;
                }));
    }
}
