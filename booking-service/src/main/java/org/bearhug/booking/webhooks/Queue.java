package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.sql.SqlFile;
import org.bearhug.kit.Refusal;
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

    /** What follows on a relation {@code event}. */
    private static final String ADD = SqlFile.read("webhooks/queue");

    @Inject
    Session database;

    @Inject
    Event<DeliveryQueued> listening;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhook-queue")
    int limit;

    /** How far the facts are read: a transaction and a place among its facts. */
    record Cursor(String xid, long position) {}

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

    /** Before an endpoint is made or enabled, so that who is the first hears what happens from the commit on. */
    void beforeListening() {
        database.createNativeQuery("SELECT 1 FROM webhook_cursor FOR UPDATE", Integer.class)
                .getSingleResult();
        database.createNativeMutationQuery(BEGIN_HERE).executeUpdate();
        listening.fire(new DeliveryQueued());
    }

    /**
     * Locks the queues, for one more delivery to an instructor's own endpoint.
     *
     * @throws Refusal 404 for another's, 409 {@code webhook-endpoint-disabled}
     */
    WebhookEndpoint lockFor(UUID instructor, UUID id) {
        boolean anybody = lock();
        WebhookEndpoint endpoint = WebhookEndpoint.own(instructor, id);
        if (!anybody || !endpoint.enabled) {
            throw new Refusal(409, "webhook-endpoint-disabled", "This endpoint is switched off. Switch it on first.");
        }
        return endpoint;
    }

    /** The rest of a statement that begins with a relation {@code event}; the queues are locked. */
    <T> NativeQuery<T> adding(String events, String answer, Class<T> type) {
        return database.createNativeQuery(events + ",\n" + ADD + answer, type)
                .setParameter("limit", limit)
                .setParameter("now", clock.instant());
    }

    /** How many more fit in, while the queues are locked. */
    long room(UUID endpoint) {
        return Math.max(0, limit - waiting(endpoint));
    }

    /** @throws Refusal 409 {@code webhook-queue-full} */
    void requireRoom(UUID endpoint) {
        if (room(endpoint) == 0) {
            throw new Refusal(409, "webhook-queue-full", "Too much waits for this endpoint already.");
        }
    }

    long waiting(UUID endpoint) {
        return database.createNativeQuery(
                        "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = :id AND state = 'WAITING'",
                        Long.class)
                .setParameter("id", endpoint)
                .getSingleResult();
    }
}
