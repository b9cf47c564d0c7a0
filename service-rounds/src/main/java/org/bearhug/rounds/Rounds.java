package org.bearhug.rounds;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for work again and again, in a thread of its own: every second, at once when it is woken, and after a longer rest when a
 * look went wrong.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final String name;
    private final Runnable look;
    private final Semaphore news = new Semaphore(0);
    private final ExecutorService thread;

    /**
     * @param name of the thread, and of what has to wait when a look goes wrong
     * @param look at what another process wrote, or what waits for another try
     */
    public Rounds(String name, Runnable look) {
        this.name = name;
        this.look = look;
        this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
    }

    /** Begins. */
    public void start() {
        thread.execute(this::work);
    }

    /** There is something to look for now. */
    public void wake() {
        news.release();
    }

    /** Ends, in the midst of a look if need be. */
    public void stop() {
        thread.shutdownNow();
    }

    private void work() {
        Duration rest = BETWEEN_LOOKS;
        while (!thread.isShutdown()) {
            try {
                look.run();
                rest = BETWEEN_LOOKS;
            } catch (RuntimeException fault) {
                rest = LONGEST_REST;
                if (!thread.isShutdown()) {
                    LOG.warnf("The %s have to wait: %s", name, fault.getClass().getName());
                }
            }
            if (!rest(rest)) {
                return;
            }
        }
    }

    /** Returns false when it is to end. */
    private boolean rest(Duration most) {
        try {
            if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
