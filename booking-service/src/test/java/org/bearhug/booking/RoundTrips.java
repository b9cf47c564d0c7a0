package org.bearhug.booking;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** How often the service asks the database and waits for its answer, by what the driver tells of itself. */
public final class RoundTrips {

    /** So begin the names of pages at Stripe. */
    private static final String PAGE = "cs_test_";

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private RoundTrips() {}

    /** What was sent each time, for that of these requests which took the fewest: they do the same, but a connection may be new. */
    public static List<String> fewestOf(String endpoint, Runnable... requests) {
        return Stream.of(requests)
                .map(request -> of(endpoint, request))
                .min(comparing(List::size))
                .orElseThrow();
    }

    private static List<String> of(String endpoint, Runnable request) {
        Sent sent = new Sent();
        DRIVER.addHandler(sent);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        try {
            request.run();
            return sent.by(endpoint);
        } finally {
            DRIVER.setLevel(null);
            DRIVER.setUseParentHandlers(true);
            DRIVER.removeHandler(sent);
        }
    }

    /** Gathers what the driver sends, thread by thread; after a sync it waits. */
    private static final class Sent extends Handler {

        private final Map<Thread, List<String>> trips = new HashMap<>();
        private final Map<Thread, List<String>> next = new HashMap<>();

        @Override
        public synchronized void publish(LogRecord message) {
            String words = message.getMessage();
            List<String> sending = next.computeIfAbsent(Thread.currentThread(), any -> new ArrayList<>());
            if (words.startsWith(" FE=> Parse") || words.startsWith(" FE=> Bind")) {
                sending.add(words);
            } else if (words.equals(" FE=> Sync") && !sending.isEmpty()) {
                // When nothing was sent, a new connection learns what it will be sent.
                trips.computeIfAbsent(Thread.currentThread(), any -> new ArrayList<>())
                        .add(String.join("\n", sending));
                sending.clear();
            }
        }

        /** By whoever claimed a key of this endpoint, or makes bookings together, or wrote down Stripe's page; jobs ask too now and then. */
        synchronized List<String> by(String endpoint) {
            return trips.entrySet().stream()
                    .filter(each -> each.getKey().getName().equals("bookings")
                            || each.getValue().stream()
                                    .anyMatch(words -> words.contains(endpoint) || words.contains(PAGE)))
                    .flatMap(each -> each.getValue().stream())
                    .toList();
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
