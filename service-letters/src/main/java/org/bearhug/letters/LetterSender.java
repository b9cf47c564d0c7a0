package org.bearhug.letters;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.bearhug.rounds.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes letters out of the tray and hands them to the mail server, outside of any transaction. A few are under way at
 * once, so that one at which the mail server hangs holds up no other; in which order they arrive is not promised.
 */
@ApplicationScoped
class LetterSender {

    @Inject
    LetterTray tray;

    @Inject
    LetterDelivery delivery;

    private final Semaphore hands;
    private final Rounds rounds = new Rounds("letters", this::handOut);
    private final ExecutorService deliveries;

    LetterSender(@ConfigProperty(name = "bearhug.letters-at-once") int atOnce) {
        hands = new Semaphore(atOnce);
        deliveries = Executors.newFixedThreadPool(atOnce, task -> new Thread(task, "letter"));
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
        deliveries.shutdownNow();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterWritten event) {
        rounds.wake();
    }

    /** Takes as many letters as there are free hands; whoever gets free wakes it again. */
    private void handOut() {
        int free = hands.drainPermits();
        int taken = 0;
        try {
            if (free > 0) {
                for (Letter letter : tray.take(free)) {
                    taken++;
                    deliveries.execute(() -> handle(letter));
                }
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
            rounds.wake();
        }
    }
}
