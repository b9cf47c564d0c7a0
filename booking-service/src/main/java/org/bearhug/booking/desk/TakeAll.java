package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.kit.Idempotency;

/** Sends many bookings to the database in one statement, which is a transaction of its own: one way there and back. */
@ApplicationScoped
class TakeAll {

    private static final String LOCK = LedgerSql.LOCK.replace(":sessions", "?");

    @Inject
    DataSource database;

    /**
     * Bookings as they would be written.
     *
     * @param wishes in the order in which they came
     * @param known by what facts they were agreed on: sessions, blocks, children, and how instructors are paid
     * @param mostUnpaid so many bookings to be paid by hand may a carer have; counted while these are locked
     */
    record Sheet(List<Wish> wishes, List<Map<UUID, ? extends Fact<?>>> known, int mostUnpaid, Instant now) {

        /** The carers who are to pay by hand, in the order in which they are locked. */
        SortedSet<UUID> owing() {
            return wishes.stream()
                    .filter(wish -> wish.draft() != null && wish.draft().due() != null)
                    .map(wish -> wish.draft().agreement().carerId())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** @param draft null when it is refused already, unless its key has an answer */
    record Wish(Idempotency.Claim claim, Draft draft) {}

    /** What became of a booking. */
    enum Outcome {
        /** It is booked and committed. */
        TAKEN,
        /** There is an answer under its key. */
        STORED,
        /** Another transaction has its key. */
        IN_USE,
        /** The rules refused it before, and there is no answer under its key. */
        REFUSED,
        /** A child has a place there, or is offered one. */
        DOUBLED,
        /** The carer has too much to pay already. */
        OWING,
        /** There are not enough seats. */
        FULL,
        /** One of the sessions has no seats at all. */
        UNKNOWN,
        /** Nothing was decided: the world has changed, or it depends on another one which is not decided. */
        AGAIN
    }

    /**
     * What became of the {@code nth} booking, from nothing on, and why.
     *
     * @param changed the facts that are no longer so
     */
    record Verdict(
            int nth,
            Outcome outcome,
            List<UUID> doubledSessions,
            List<UUID> doubledChildren,
            List<UUID> fullSessions,
            List<UUID> changed,
            Idempotency.Kept kept) {}

    /** Takes what can be taken, and commits it. */
    List<Verdict> atOnce(Sheet sheet) throws SQLException {
        if (!sheet.owing().isEmpty()) {
            return underLocks(sheet, List.of());
        }
        try (Connection connection = database.getConnection()) {
            return take(connection, sheet);
        }
    }

    /** The same after the seats of all these sessions are locked, so that nobody else changes them between look and deed. */
    List<Verdict> underLocks(Sheet sheet, Collection<UUID> sessions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, Limits.LOCK_UNPAID, sheet.owing());
                lock(connection, LOCK, sessions);
                List<Verdict> verdicts = take(connection, sheet);
                connection.commit();
                return verdicts;
            } catch (SQLException | RuntimeException fault) {
                connection.rollback();
                throw fault;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void lock(Connection connection, String statement, Collection<UUID> ids) throws SQLException {
        if (!ids.isEmpty()) {
            try (PreparedStatement lock = connection.prepareStatement(statement)) {
                lock.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                lock.execute();
            }
        }
    }

    private static List<Verdict> take(Connection connection, Sheet sheet) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(LedgerSql.TAKE_ALL)) {
            take.setObject(1, sheet.now().atOffset(ZoneOffset.UTC));
            take.setInt(2, sheet.mostUnpaid());
            int next = SheetColumns.bind(take, 3, sheet.wishes());
            for (Map<UUID, ? extends Fact<?>> facts : sheet.known()) {
                take.setArray(
                        next++,
                        connection.createArrayOf(
                                "uuid", facts.values().stream().map(Fact::id).toArray()));
                take.setArray(
                        next++,
                        connection.createArrayOf(
                                "bigint",
                                facts.values().stream().map(Fact::version).toArray()));
            }
            List<Verdict> verdicts = new ArrayList<>();
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    verdicts.add(verdict(row));
                }
            }
            return verdicts;
        }
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        Outcome outcome = Outcome.valueOf(row.getString(2));
        return new Verdict(
                row.getInt(1) - 1,
                outcome,
                ids(row.getArray(3)),
                ids(row.getArray(4)),
                ids(row.getArray(5)),
                ids(row.getArray(6)),
                outcome != Outcome.STORED
                        ? null
                        : new Idempotency.Kept(
                                row.getBytes(7),
                                row.getInt(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11)));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
