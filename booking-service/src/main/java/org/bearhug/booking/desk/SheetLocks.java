package org.bearhug.booking.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Locks what a statement for many bookings would lock, before it, in its order. */
final class SheetLocks {

    private static final String HOLDS = "SELECT FROM hold WHERE id = ANY(?) ORDER BY id FOR UPDATE";
    private static final String VOUCHERS = "SELECT FROM voucher WHERE id = ANY(?) ORDER BY id FOR NO KEY UPDATE";
    private static final String HELD_USES =
            "SELECT FROM voucher_use WHERE hold_id = ANY(?) OR hold_id IS NOT NULL AND voucher_id = ANY(?) ORDER BY hold_id FOR UPDATE";
    private static final String CREDITS = "SELECT FROM make_up_credit WHERE id = ANY(?) ORDER BY id FOR UPDATE";
    private static final String PASSES = "SELECT FROM pass WHERE id = ANY(?) ORDER BY id FOR NO KEY UPDATE";

    private static final String SESSIONS = LedgerSql.LOCK.replace(":sessions", "?");

    private SheetLocks() {}

    /** Locks all that these bookings use up, the carers who are to pay or for whom more is to be held, and then these sessions. */
    static void take(Connection connection, TakeAll.Sheet sheet, Collection<UUID> sessions) throws SQLException {
        Set<UUID> holds = sheet.used(Source::hold);
        Set<UUID> vouchers = sheet.used(Source::voucher);
        lock(connection, HOLDS, List.of(holds));
        lock(connection, VOUCHERS, List.of(vouchers));
        lock(connection, HELD_USES, List.of(holds, vouchers));
        lock(connection, CREDITS, List.of(sheet.used(Source::credit)));
        lock(connection, PASSES, List.of(sheet.used(Source::passId)));
        lock(connection, Limits.LOCK_UNPAID, List.of(sheet.owing()));
        lock(connection, Limits.LOCK_HOLDS, List.of(sheet.keeping()));
        lock(connection, SESSIONS, List.of(sessions));
    }

    /** @param ids of which any belongs to what is locked, one set for each parameter */
    private static void lock(Connection connection, String statement, List<? extends Collection<UUID>> ids)
            throws SQLException {
        if (ids.stream().allMatch(Collection::isEmpty)) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement(statement)) {
            for (int parameter = 1; parameter <= ids.size(); parameter++) {
                lock.setArray(
                        parameter,
                        connection.createArrayOf("uuid", ids.get(parameter - 1).toArray()));
            }
            lock.execute();
        }
    }
}
