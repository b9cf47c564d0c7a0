package org.bearhug.booking.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Whoever comes while somebody else is served is served together with all who came meanwhile, in the order in which they
 * came. There is no timer: who comes alone is served at once. The queue is bounded.
 */
final class Gathering<T> {

    private static final Logger LOG = Logger.getLogger(Gathering.class);

    private final Deque<T> queue = new ArrayDeque<>();
    private final int longest;
    private final int most;
    private final Consumer<List<T>> serve;
    private final ExecutorService threads;
    private int idle;

    /**
     * @param longest how many may wait
     * @param most how many are served together
     * @param lanes how many are served, or groups of them, at a time
     */
    Gathering(int longest, int most, int lanes, Consumer<List<T>> serve) {
        this.longest = longest;
        this.most = most;
        this.idle = lanes;
        this.serve = serve;
        this.threads = Executors.newFixedThreadPool(lanes, work -> new Thread(work, "bookings"));
    }

    /** Joins the queue; false when it is full, or closed. */
    boolean join(T somebody) {
        synchronized (queue) {
            if (queue.size() >= longest || threads.isShutdown()) {
                return false;
            }
            queue.add(somebody);
            if (idle > 0) {
                idle--;
                threads.execute(this::serveAll);
            }
            return true;
        }
    }

    private void serveAll() {
        for (List<T> next = next(); !next.isEmpty(); next = next()) {
            try {
                serve.accept(next);
            } catch (RuntimeException | Error fault) {
                LOG.error("Somebody was not answered", fault);
            }
        }
    }

    /** Who is next; a lane that finds nobody is idle. */
    private List<T> next() {
        synchronized (queue) {
            List<T> next = new ArrayList<>(Math.min(most, queue.size()));
            while (next.size() < most && !queue.isEmpty()) {
                next.add(queue.remove());
            }
            if (next.isEmpty()) {
                idle++;
            }
            return next;
        }
    }

    /** Serves who is there, and nobody else. */
    void close() {
        synchronized (queue) {
            threads.shutdown();
        }
    }
}
