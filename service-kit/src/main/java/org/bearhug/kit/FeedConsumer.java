package org.bearhug.kit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Follows the feeds of other services. The position in a feed moves in the transaction that applies the facts, so each
 * is applied once; of several instances of a service one polls, the others wait for its lease to end. A fact that
 * cannot be applied is tried again, ever more slowly, and holds up what comes after it: to skip it would be to forget.
 *
 * <p>A feed is followed when {@code bearhug.feeds.<name>} holds the address of the service that serves it.
 */
@ApplicationScoped
public class FeedConsumer {

    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
    private static final long SHORTEST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 15_000;
    private static final int LONG_POLL_MS = 5_000;
    private static final int BATCH = 200;

    /** Takes in the facts of one feed. */
    public interface Handler {
        /** The name of the service whose facts these are. */
        String feed();

        /** Overwrites what is kept of the subject unless that is newer; ignores kinds it does not know. */
        void apply(CloudEvent event);
    }

    /** The feed of another service. */
    @Path("/events")
    public interface Feed extends Closeable {
        /** A batch of facts after the last one known. */
        @GET
        List<CloudEvent> after(
                @QueryParam("lastEventId") String lastEventId,
                @QueryParam("timeout") int timeout,
                @QueryParam("limit") int limit);
    }

    @Inject
    @All
    List<Handler> handlers;

    @Inject
    Position positions;

    @Inject
    Config config;

    @Inject
    MeterRegistry meters;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    void start(@Observes StartupEvent event) {
        Map<String, List<Handler>> byFeed =
                handlers.stream().collect(Collectors.groupingBy(Handler::feed, TreeMap::new, Collectors.toList()));
        byFeed.forEach((feed, handlersOfFeed) -> config.getOptionalValue("bearhug.feeds." + feed, URI.class)
                .ifPresent(address -> threads.execute(() -> follow(feed, address, handlersOfFeed))));
    }

    /** Hangs up on whoever is being listened to, as long as there is a container to hear it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(2, TimeUnit.SECONDS);
    }

    private void follow(String feed, URI address, List<Handler> handlersOfFeed) {
        try (Feed client = client(address)) {
            follow(feed, client, handlersOfFeed);
        } catch (IOException fault) {
            LOG.warnf("The feed of %s was not hung up on: %s", feed, fault);
        }
    }

    private static Feed client(URI address) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(LONG_POLL_MS + 5_000L, TimeUnit.MILLISECONDS)
                .register(OidcClientRequestReactiveFilter.class)
                .build(Feed.class);
    }

    private void follow(String feed, Feed client, List<Handler> handlersOfFeed) {
        long pause = 0;
        while (!threads.isShutdown()) {
            try {
                pause = readOnce(feed, client, handlersOfFeed) ? 0 : SHORTEST_PAUSE_MS;
            } catch (Exception fault) {
                pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, pause * 2));
                meters.counter("bearhug.feed.failures", "feed", feed).increment();
                if (!threads.isShutdown()) {
                    LOG.warnf("The feed of %s has to wait: %s", feed, fault);
                }
            }
            if (!pauseFor(pause)) {
                return;
            }
        }
    }

    /** Returns whether there may be more to read at once. */
    private boolean readOnce(String feed, Feed client, List<Handler> handlersOfFeed) throws SQLException {
        if (!positions.lease(feed)) {
            return false;
        }
        String last = positions.last(feed);
        List<CloudEvent> batch = client.after(last, LONG_POLL_MS, BATCH);
        apply(feed, last, batch, handlersOfFeed);
        meters.counter("bearhug.feed.events", "feed", feed).increment(batch.size());
        return true;
    }

    private void apply(String feed, String last, List<CloudEvent> batch, List<Handler> handlersOfFeed) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                positions.move(feed, last, batch.get(batch.size() - 1).id());
                batch.forEach(event -> handlersOfFeed.forEach(handler -> handler.apply(event)));
            });
        } catch (RuntimeException fault) {
            if (batch.size() == 1) {
                CloudEvent event = batch.get(0);
                throw new IllegalStateException("cannot apply " + event.type() + " " + event.id(), fault);
            }
            // What stands before the fact at fault shall not wait for it.
            apply(feed, last, batch.subList(0, batch.size() / 2), handlersOfFeed);
            CloudEvent reached = batch.get(batch.size() / 2 - 1);
            apply(feed, reached.id(), batch.subList(batch.size() / 2, batch.size()), handlersOfFeed);
        }
    }

    private static boolean pauseFor(long milliseconds) {
        try {
            Thread.sleep(
                    milliseconds == 0
                            ? 0
                            : milliseconds / 2 + ThreadLocalRandom.current().nextLong(milliseconds));
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    /** How far this service has read each feed, and which of its instances reads it at present. */
    @ApplicationScoped
    static class Position {

        /** The database's clock, since the instances' own may differ. */
        private static final String LEASE =
                """
                INSERT INTO feed_position AS p (feed, holder, held_until)
                VALUES (?, ?, now() + interval '20 seconds')
                ON CONFLICT (feed) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
                 WHERE p.holder = excluded.holder OR p.held_until < now()""";

        private static final String MOVE =
                "UPDATE feed_position SET last_event_id = ? WHERE feed = ? AND last_event_id IS NOT DISTINCT FROM ?";

        @Inject
        DataSource database;

        private final UUID holder = UUID.randomUUID();

        /** Takes or renews the right to read this feed; it ends by itself when the holder dies. */
        boolean lease(String feed) throws SQLException {
            try (Connection connection = database.getConnection();
                    PreparedStatement lease = connection.prepareStatement(LEASE)) {
                lease.setString(1, feed);
                lease.setObject(2, holder);
                return lease.executeUpdate() == 1;
            }
        }

        /** The last fact applied, null before the first. */
        String last(String feed) throws SQLException {
            try (Connection connection = database.getConnection();
                    PreparedStatement last =
                            connection.prepareStatement("SELECT last_event_id FROM feed_position WHERE feed = ?")) {
                last.setString(1, feed);
                try (ResultSet row = last.executeQuery()) {
                    return row.next() ? row.getString(1) : null;
                }
            }
        }

        /**
         * Moves on, in the running transaction.
         *
         * @throws IllegalStateException when another instance has moved it meanwhile
         */
        void move(String feed, String from, String to) {
            try (Connection connection = database.getConnection();
                    PreparedStatement move = connection.prepareStatement(MOVE)) {
                move.setString(1, to);
                move.setString(2, feed);
                move.setString(3, from);
                if (move.executeUpdate() != 1) {
                    throw new IllegalStateException("another instance has read on in the feed of " + feed);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("cannot move the position in the feed of " + feed, e);
            }
        }
    }
}
