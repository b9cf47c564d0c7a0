package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Make deliveries, so many at once. No transaction is open while an endpoint is called, and what came of the calls is written
 * by one thread, so that a hundred answers do not take the connections that bookings need.
 */
@ApplicationScoped
class Deliverers {

    private static final Logger LOG = Logger.getLogger(Deliverers.class);

    /** How long a call that is under way at the end may take; what takes longer is delivered again. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    @Inject
    DeliveryTray tray;

    @Inject
    Messenger messenger;

    @Inject
    Outcomes outcomes;

    private final Semaphore hands;
    private final ExecutorService calls = Executors.newCachedThreadPool(task -> new Thread(task, "webhook"));
    private final ExecutorService notes = Executors.newSingleThreadExecutor(task -> new Thread(task, "webhook notes"));

    Deliverers(@ConfigProperty(name = "bearhug.webhooks-at-once") int atOnce) {
        hands = new Semaphore(atOnce);
    }

    /** Takes as many deliveries as there are free hands. @param whenFree what is done whenever a hand is free again */
    void handOut(Runnable whenFree) {
        int free = hands.drainPermits();
        int taken = 0;
        try {
            if (free > 0) {
                for (DeliveryTray.Taken delivery : tray.take(free)) {
                    taken++;
                    calls.execute(() -> deliver(delivery, whenFree));
                }
            }
        } finally {
            hands.release(free - taken);
        }
    }

    private void deliver(DeliveryTray.Taken delivery, Runnable whenFree) {
        try {
            Answer answer = messenger.deliver(delivery);
            notes.execute(() -> note(delivery, answer, whenFree));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Webhook delivery %s has to wait until it is taken again.", delivery);
            free(whenFree);
        }
    }

    private void note(DeliveryTray.Taken delivery, Answer answer, Runnable whenFree) {
        try {
            outcomes.record(delivery, answer);
        } catch (RuntimeException fault) {
            LOG.warnf(
                    "What came of webhook delivery %s is not known: %s",
                    delivery, fault.getClass().getName());
        } finally {
            free(whenFree);
        }
    }

    private void free(Runnable whenFree) {
        hands.release();
        whenFree.run();
    }

    void stop() throws InterruptedException {
        calls.shutdown();
        if (!calls.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.shutdownNow();
        }
        notes.shutdown();
        notes.awaitTermination(1, TimeUnit.SECONDS);
    }
}
