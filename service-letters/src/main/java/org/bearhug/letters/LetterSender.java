package org.bearhug.letters;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes letters out of the tray and hands them to the mail server, outside of any transaction. A few are under way at
 * once, so that one at which the mail server hangs holds up no other; in which order they arrive is not promised.
 */
@ApplicationScoped
class LetterSender {

    private static final Logger LOG = Logger.getLogger(LetterSender.class);

    /** How often letters are looked for that another process wrote, or that wait for another try. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    @Inject
    LetterTray tray;

    @Inject
    LetterDelivery delivery;

    private final Semaphore news = new Semaphore(0);
    private final Semaphore hands;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "letters"));
    private final ExecutorService deliveries;

    LetterSender(@ConfigProperty(name = "bearhug.letters-at-once") int atOnce) {
        hands = new Semaphore(atOnce);
        deliveries = Executors.newFixedThreadPool(atOnce, task -> new Thread(task, "letter"));
    }

    void start(@Observes StartupEvent event) {
        thread.execute(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
        deliveries.shutdownNow();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterWritten event) {
        news.release();
    }

    private void work() {
        Duration pause = BETWEEN_LOOKS;
        while (!thread.isShutdown()) {
            try {
                handOut();
                pause = BETWEEN_LOOKS;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception fault) {
                pause = LONGEST_PAUSE;
                if (!thread.isShutdown()) {
                    LOG.warnf("Letters have to wait: %s", fault.getClass().getName());
                }
            }
            if (!rest(pause)) {
                return;
            }
        }
    }

    /** Takes as many letters as there are free hands, once there is one. */
    private void handOut() throws InterruptedException {
        hands.acquire();
        int free = 1 + hands.drainPermits();
        int taken = 0;
        try {
            for (Letter letter : tray.take(free)) {
                taken++;
                deliveries.execute(() -> handle(letter));
            }
        } finally {
            hands.release(free - taken);
        }
    }

    private void handle(Letter letter) {
        try {
            delivery.of(letter);
        } finally {
            hands.release();
            news.release();
        }
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
