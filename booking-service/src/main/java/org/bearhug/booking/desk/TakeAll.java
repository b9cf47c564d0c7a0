package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bearhug.booking.memory.Remembered.Fact;

/** Sends many bookings to the database in one statement, which is a transaction of its own: one way there and back. */
@ApplicationScoped
class TakeAll {

    /**
     * A plan for fewer looks so cheap to the planner that it makes one anew each time, which takes longer than all the rest; for more it may
     * choose.
     */
    private static final int MANY = 16;

    @Inject
    DataSource database;

    /**
     * Bookings as they would be written.
     *
     * @param wishes in the order in which they came
     * @param known by what facts they were agreed on: sessions, blocks, children, and how instructors are paid
     * @param mostUnpaid so many bookings to be paid by hand may a carer have
     * @param mostHolds so many times may seats be held for a carer
     */
    record Sheet(
            List<Wish> wishes, List<Map<UUID, ? extends Fact<?>>> known, int mostUnpaid, int mostHolds, Instant now) {

        /** What they use up of this kind. */
        Set<UUID> used(Function<Source, UUID> kind) {
            return wishes.stream()
                    .map(wish -> kind.apply(wish.source()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        /** Whether any of them uses up more than what is held. */
        boolean usesMore() {
            return wishes.stream().anyMatch(wish -> wish.source().isMore());
        }

        /** The carers who are to pay by hand. */
        Set<UUID> owing() {
            return carers(wish -> wish.draft().due() != null && !wish.isPaidFirst());
        }

        /** The carers for whom more is to be held. */
        Set<UUID> keeping() {
            return carers(wish -> wish.isPaidFirst() && wish.source().hold() == null);
        }

        private Set<UUID> carers(Predicate<Wish> which) {
            return wishes.stream()
                    .filter(wish -> wish.draft() != null && which.test(wish))
                    .map(wish -> wish.draft().agreement().carerId())
                    .collect(Collectors.toSet());
        }

        private String statement() {
            if (wishes.stream().anyMatch(Wish::isPaidFirst)) {
                return LedgerSql.TAKE_OR_KEEP_ALL;
            }
            return usesMore() ? LedgerSql.TAKE_ALL_AND_USE_UP : LedgerSql.TAKE_ALL;
        }
    }

    /**
     * A booking as it would be written.
     *
     * @param asked what it is about, whatever becomes of it
     * @param late whether it is refused only when its source is good
     * @param draft null when it is refused already, unless its key has an answer
     */
    record Wish(Asked asked, Source source, boolean late, Draft draft) {

        boolean isPaidFirst() {
            return draft != null && draft.toPay() != null;
        }
    }

    /** Takes what can be taken, and commits it. */
    List<Verdict> atOnce(Sheet sheet) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return take(connection, sheet);
        }
    }

    /**
     * The same after the seats of all these sessions are locked, so that nobody else changes them between look and deed; and before
     * them whatever the statement would lock before.
     */
    List<Verdict> underLocks(Sheet sheet, Collection<UUID> sessions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SheetLocks.take(connection, sheet, sessions);
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

    private static List<Verdict> take(Connection connection, Sheet sheet) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(sheet.statement())) {
            take.setString(1, sheet.wishes().size() < MANY ? "force_generic_plan" : "auto");
            take.setObject(2, sheet.now().atOffset(ZoneOffset.UTC));
            take.setInt(3, sheet.mostUnpaid());
            take.setInt(4, sheet.mostHolds());
            int next = SheetColumns.bind(take, 5, sheet.wishes());
            for (Map<UUID, ? extends Fact<?>> facts : sheet.known()) {
                next = SheetColumns.bindFacts(take, next, List.copyOf(facts.values()));
            }
            List<Verdict> verdicts = new ArrayList<>();
            take.execute();
            take.getMoreResults();
            try (ResultSet row = take.getResultSet()) {
                while (row.next()) {
                    verdicts.add(Verdict.of(row));
                }
            }
            return verdicts;
        }
    }
}
