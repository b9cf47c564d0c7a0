package org.bearhug.booking.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Whoever comes while others are served is served together with all who came meanwhile. There is no timer: who comes alone is
 * served at once. The queue is bounded. Several groups may be at it at a time; what has to be done in the order in which people
 * came waits for the {@link Turn} of the group.
 */
final class Gathering<T> {

    private static final Logger LOG = Logger.getLogger(Gathering.class);

    private final Deque<T> queue = new ArrayDeque<>();
    private final int longest;
    private final int most;
    private final Service<T> service;
    private final ExecutorService threads;
    private int idle;
    private Turn last = Turn.atOnce();

    /** Serves a group, wherever it likes before and after its turn. */
    @FunctionalInterface
    interface Service<T> {
        void serve(List<T> group, Turn turn);
    }

    private record Group<T>(List<T> people, Turn turn) {}

    /** The place of a group in the order of all. */
    static final class Turn {

        private final CompletableFuture<?> before;
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        private Turn(CompletableFuture<?> before) {
            this.before = before;
        }

        /** Of who need not wait for anybody. */
        static Turn atOnce() {
            Turn turn = new Turn(CompletableFuture.completedFuture(null));
            turn.pass();
            return turn;
        }

        /** Until all groups that were gathered before have passed theirs. */
        void await() {
            before.join();
        }

        /** Lets the next group go on; at the latest when a group is served. */
        void pass() {
            over.complete(null);
        }
    }

    /**
     * @param longest how many may wait
     * @param most how many are served together
     * @param hands how many groups are served at a time
     */
    Gathering(int longest, int most, int hands, Service<T> service) {
        this.longest = longest;
        this.most = most;
        this.idle = hands;
        this.service = service;
        this.threads = Executors.newFixedThreadPool(hands, work -> new Thread(work, "bookings"));
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
        for (Group<T> next = next(); next != null; next = next()) {
            try {
                service.serve(next.people(), next.turn());
            } catch (RuntimeException | Error fault) {
                LOG.error("Somebody was not answered", fault);
            } finally {
                next.turn().pass();
            }
        }
    }

    /** Who is next; null for a hand that finds nobody, and is idle. */
    private Group<T> next() {
        synchronized (queue) {
            if (queue.isEmpty()) {
                idle++;
                return null;
            }
            List<T> people = new ArrayList<>(Math.min(most, queue.size()));
            while (people.size() < most && !queue.isEmpty()) {
                people.add(queue.remove());
            }
            last = new Turn(last.over);
            return new Group<>(people, last);
        }
    }

    /** Serves who is there, and nobody else. */
    void close() {
        synchronized (queue) {
            threads.shutdown();
        }
    }
}
