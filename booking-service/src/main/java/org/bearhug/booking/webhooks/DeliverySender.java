package org.bearhug.booking.webhooks;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bearhug.kit.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has facts collected and deliveries made, in each instance. No transaction is open while an endpoint is called, and what
 * came of the calls is written by one thread, so that a hundred answers do not take the connections that bookings need.
 */
@ApplicationScoped
class DeliverySender {

    private static final Logger LOG = Logger.getLogger(DeliverySender.class);

    /** How often is looked for what another process wrote, or what waits for another try. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** How long a call that is under way at the end may take; what takes longer is delivered again. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    @Inject
    Collector collector;

    @Inject
    DeliveryTray tray;

    @Inject
    Messenger messenger;

    @Inject
    Outcomes outcomes;

    private final Semaphore news = new Semaphore(0);
    private final Semaphore hands;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "webhooks"));
    private final ExecutorService calls = Executors.newCachedThreadPool(task -> new Thread(task, "webhook"));
    private final ExecutorService notes = Executors.newSingleThreadExecutor(task -> new Thread(task, "webhook notes"));

    private volatile boolean somebodyListens;

    DeliverySender(@ConfigProperty(name = "bearhug.webhooks-at-once") int atOnce) {
        hands = new Semaphore(atOnce);
    }

    void start(@Observes StartupEvent event) {
        thread.execute(this::work);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdownNow();
        calls.shutdown();
        if (!calls.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.shutdownNow();
        }
        notes.shutdown();
        notes.awaitTermination(1, TimeUnit.SECONDS);
    }

    /** A fact of this process is committed. */
    void wake(@Observes Outbox.Told told) {
        if (somebodyListens) {
            news.release();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryQueued queued) {
        news.release();
    }

    private void work() {
        Duration pause = BETWEEN_LOOKS;
        while (!thread.isShutdown()) {
            try {
                look();
                pause = BETWEEN_LOOKS;
            } catch (RuntimeException fault) {
                pause = LONGEST_PAUSE;
                if (!thread.isShutdown()) {
                    LOG.warnf("Webhooks have to wait: %s", fault.getClass().getName());
                }
            }
            if (!rest(pause)) {
                return;
            }
        }
    }

    private void look() {
        Collector.Look look = collector.collect();
        while (look == Collector.Look.MORE_TO_READ) {
            handOut();
            look = collector.collect();
        }
        somebodyListens = look != Collector.Look.NOTHING_TO_DO;
        handOut();
    }

    /** Takes as many deliveries as there are free hands. */
    private void handOut() {
        int free = hands.drainPermits();
        int taken = 0;
        try {
            if (free > 0) {
                for (DeliveryTray.Taken delivery : tray.take(free)) {
                    taken++;
                    calls.execute(() -> deliver(delivery));
                }
            }
        } finally {
            hands.release(free - taken);
        }
    }

    private void deliver(DeliveryTray.Taken delivery) {
        try {
            Answer answer = messenger.deliver(delivery);
            notes.execute(() -> note(delivery, answer));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Webhook delivery %s has to wait until it is taken again.", delivery);
            free();
        }
    }

    private void note(DeliveryTray.Taken delivery, Answer answer) {
        try {
            outcomes.record(delivery, answer);
        } catch (RuntimeException fault) {
            LOG.warnf(
                    "What came of webhook delivery %s is not known: %s",
                    delivery, fault.getClass().getName());
        } finally {
            free();
        }
    }

    private void free() {
        hands.release();
        news.release();
    }

    /** Returns false when the service is stopping. */
    private boolean rest(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
