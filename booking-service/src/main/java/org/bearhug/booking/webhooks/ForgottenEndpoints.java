package org.bearhug.booking.webhooks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** What is not kept: endpoints of who is erased, with all that was told to them; old deliveries; secrets that have ended. */
@ApplicationScoped
class ForgottenEndpoints implements PersonalData.Forgetting {

    private static final int BATCH = 5_000;

    private static final String OLD =
            """
            DELETE FROM webhook_delivery
             WHERE id IN (SELECT id FROM webhook_delivery WHERE queued_at < :before LIMIT :batch)""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhook-deliveries-kept")
    Duration kept;

    @Override
    public void forget(UUID account) {
        database.createNativeMutationQuery("DELETE FROM webhook_endpoint WHERE instructor_id = :id")
                .setParameter("id", account)
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "3m", identity = "forget-webhook-deliveries")
    void forgetOld() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("DELETE FROM webhook_secret WHERE ends_at <= :now")
                        .setParameter("now", now)
                        .executeUpdate());
        int gone = BATCH;
        while (gone == BATCH) {
            gone = QuarkusTransaction.requiringNew().call(() -> database.createNativeMutationQuery(OLD)
                    .setParameter("before", now.minus(kept))
                    .setParameter("batch", BATCH)
                    .executeUpdate());
        }
    }
}
