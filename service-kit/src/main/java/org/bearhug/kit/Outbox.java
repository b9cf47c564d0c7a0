package org.bearhug.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The facts of a service, written in the transaction that makes them true and read in the order of their transactions.
 * The table has the columns that Debezium's outbox event router expects.
 *
 * <p>Numbers from a sequence become visible out of order, since a transaction may take one early and commit late. Facts
 * are therefore ordered by transaction id first, and only those below the oldest transaction still running are shown:
 * no row can appear later below what a reader has seen.
 */
@ApplicationScoped
public class Outbox {

    private static final String ADD =
            """
            INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)
            SELECT split_part(f.type, '.', 1), f.subject, f.type, f.version, ?, f.payload::jsonb
              FROM unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[]) WITH ORDINALITY
                AS f (type, subject, version, payload, nth)
             ORDER BY f.nth""";

    private static final String REPLACE =
            """
            UPDATE outbox o
               SET type = f.type, payload = f.payload::jsonb
              FROM unnest(?::text[], ?::uuid[], ?::text[]) AS f (type, subject, payload)
             WHERE o.aggregateid = f.subject AND o.aggregatetype = split_part(f.type, '.', 1)""";

    private static final String READ =
            """
            SELECT xid::text || '-' || position, aggregateid, type, version, occurred_at, payload
              FROM outbox
             WHERE (xid, position) > (?::text::xid8, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY xid, position
             LIMIT ?""";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Event<Told> told;

    @ConfigProperty(name = "quarkus.application.name")
    String source;

    private final Semaphore news = new Semaphore(0);

    /** Writes facts in the running transaction; they become readable, in this order, when it commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(List<Fact> facts) {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.setArray(2, array(connection, "text", facts, Fact::type));
            add.setArray(3, array(connection, "uuid", facts, Fact::subject));
            add.setArray(4, array(connection, "bigint", facts, Fact::version));
            add.setArray(5, array(connection, "text", facts, this::payload));
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write to the outbox", e);
        }
        transaction.registerInterposedSynchronization(new Announcement(new Told(facts)));
    }

    /** Writes one fact in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String type, UUID subject, long version, Object data) {
        add(List.of(new Fact(type, subject, version, data)));
    }

    /**
     * Writes facts, and makes whatever was told before of the same subjects and kind say what these say: for what must
     * not be known any longer, since a reader may begin with the oldest fact. Versions stay as they were.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(List<Fact> facts) {
        try (Connection connection = database.getConnection();
                PreparedStatement replace = connection.prepareStatement(REPLACE)) {
            replace.setArray(1, array(connection, "text", facts, Fact::type));
            replace.setArray(2, array(connection, "uuid", facts, Fact::subject));
            replace.setArray(3, array(connection, "text", facts, this::payload));
            replace.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot replace what the outbox holds", e);
        }
        add(facts);
    }

    /** Tells of facts that a statement of its own wrote, once they are committed. */
    public void announce(Told committed) {
        news.release();
        told.fire(committed);
    }

    private static Array array(Connection connection, String type, List<Fact> facts, Function<Fact, ?> part)
            throws SQLException {
        return connection.createArrayOf(type, facts.stream().map(part).toArray());
    }

    private String payload(Fact fact) {
        try {
            return json.writeValueAsString(fact.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact of type " + fact.type() + " cannot be written", e);
        }
    }

    List<CloudEvent> after(long xid, long position, int limit) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, Long.toUnsignedString(xid));
            read.setLong(2, position);
            read.setInt(3, limit);
            List<CloudEvent> events = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        }
    }

    private CloudEvent event(ResultSet row) throws SQLException, JsonProcessingException {
        return new CloudEvent(
                "1.0",
                row.getString(1),
                source,
                row.getString(3),
                row.getString(2),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                "application/json",
                row.getLong(4),
                json.readValue(row.getString(6), JsonNode.class));
    }

    /** Waits until a transaction of this process has written facts, or the time is over. */
    void awaitNews(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    /** A fact: what kind, about whom, their version, and their whole state now. */
    public record Fact(String type, UUID subject, long version, Object data) {}

    /** Facts of this process, as soon as they are committed and before their writer is answered. */
    public record Told(List<Fact> facts) {}

    private final class Announcement implements Synchronization {

        private final Told committed;

        Announcement(Told committed) {
            this.committed = committed;
        }

        @Override
        public void beforeCompletion() {
            // only the outcome matters
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                announce(committed);
            }
        }
    }
}
