package org.bearhug.booking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.bearhug.kit.Idempotency;
import org.hibernate.Session;

/**
 * Notes that somebody was erased, in the transaction in which every feature forgets them, and drops stored answers to and
 * about them and their children.
 */
@ApplicationScoped
class ErasedAccounts implements FeedConsumer.Handler {

    private static final String NOTE =
            "INSERT INTO erased_account (account_id, erased_at) VALUES (:id, :now) ON CONFLICT DO NOTHING";

    @Inject
    Session database;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        UUID subject = UUID.fromString(event.subject());
        switch (event.type()) {
            case "account.erased" -> {
                idempotency.forget(subject);
                database.createNativeMutationQuery(NOTE)
                        .setParameter("id", subject)
                        .setParameter("now", clock.instant())
                        .executeUpdate();
            }
            case "child.erased" -> idempotency.forget(subject);
            default -> {
                // nobody is erased
            }
        }
    }
}
