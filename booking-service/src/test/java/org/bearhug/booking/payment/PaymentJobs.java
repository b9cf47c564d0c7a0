package org.bearhug.booking.payment;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What the jobs of payment do, at the time a test wants it. */
@ApplicationScoped
public class PaymentJobs {

    @Inject
    Dues dues;

    @Inject
    Sweep sweep;

    @Inject
    GivingBack givingBack;

    @Inject
    EventRounds events;

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** Tells of what is due, reminds, and gives back what was not paid. */
    public void dues() {
        dues.tell();
        dues.remind();
        dues.lapse();
    }

    /** Looks at payments that nobody told of, and gives back what is wanted back. */
    public void sweep() {
        sweep.look();
        givingBack.giveBack();
    }

    /** Works on this message, or waits until it was worked on. */
    public void told(String event) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> {
            events.work();
            return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                            "SELECT worked_at IS NOT NULL FROM stripe_event WHERE id = :id", Boolean.class)
                    .setParameter("id", event)
                    .getSingleResult());
        });
    }

    /**
     * Until the running test ends there is a Stripe at this address, whose messages are signed with this secret; or none, for
     * null. As if the service had been started so: the same classes, with other settings.
     */
    public void payAt(String address, String secret) {
        Till till = new Till(
                Optional.ofNullable(address).map(there -> "sk_test_model"),
                String.valueOf(address),
                Duration.ofSeconds(5));
        QuarkusMock.installMockForType(till, Till.class);
        QuarkusMock.installMockForType(new Signature(Optional.of(List.of(secret)), clock), Signature.class);
    }
}
