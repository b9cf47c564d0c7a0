package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Puts deliveries into the queues of endpoints. A queue has an end: what finds no room is counted at its endpoint and not
 * delivered. Whoever adds to queues holds the one row of the cursor, so that two do not both take the last room.
 */
@ApplicationScoped
class Queue {

    private static final String LOCK =
            """
            SELECT CAST(xid AS text), position
              FROM webhook_cursor
             WHERE EXISTS (SELECT FROM webhook_endpoint WHERE enabled)
               FOR UPDATE""";

    /** Before anybody listens facts are not read at all; from this transaction on they are. */
    private static final String BEGIN_HERE =
            """
            UPDATE webhook_cursor
               SET xid = pg_snapshot_xmin(pg_current_snapshot()), position = 0
             WHERE NOT EXISTS (SELECT FROM webhook_endpoint WHERE enabled)""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhook-queue")
    int limit;

    /** How far the facts are read: a transaction and a place among its facts. */
    record Cursor(String xid, long position) {}

    /** A statement of the files in {@code webhooks/}. */
    static String read(String name) {
        try (InputStream text = Queue.class.getResourceAsStream("/webhooks/" + name + ".sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Locks the queues if anybody listens and no other instance has just locked them. */
    Optional<Cursor> tryLock() {
        return lock(LOCK + " SKIP LOCKED");
    }

    /** Locks the queues if anybody listens. */
    boolean lock() {
        return lock(LOCK).isPresent();
    }

    private Optional<Cursor> lock(String statement) {
        return database.createNativeQuery(statement, Object[].class)
                .setTupleTransformer((row, columns) -> new Cursor((String) row[0], (Long) row[1]))
                .uniqueResultOptional();
    }

    /** To be called before an endpoint is made or enabled, so that who is the first hears what happens from now on. */
    void beforeListening() {
        database.createNativeQuery("SELECT 1 FROM webhook_cursor FOR UPDATE", Integer.class)
                .getSingleResult();
        database.createNativeMutationQuery(BEGIN_HERE).executeUpdate();
    }

    /** The rest of a statement that begins with a relation {@code event}; the queues are locked. */
    <T> NativeQuery<T> adding(String events, String answer, Class<T> type) {
        return database.createNativeQuery(events + ",\n" + read("queue") + answer, type)
                .setParameter("limit", limit)
                .setParameter("now", clock.instant());
    }

    /** How many more fit in; asked while the queues are locked. */
    long room(UUID endpoint) {
        return Math.max(0, limit - waiting(endpoint));
    }

    long waiting(UUID endpoint) {
        return database.createNativeQuery(
                        "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = :id AND state = 'WAITING'",
                        Long.class)
                .setParameter("id", endpoint)
                .getSingleResult();
    }
}
