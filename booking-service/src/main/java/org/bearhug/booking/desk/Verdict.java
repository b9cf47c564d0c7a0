package org.bearhug.booking.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Idempotency;

/**
 * What became of the {@code nth} of those who share a statement, from nothing on, and why.
 *
 * @param changed the facts that are no longer so
 * @param usedBy the booking for which its credit is used
 * @param unitsLeft of its pass
 * @param kept under its key, if it was asked before
 */
record Verdict(
        int nth,
        Outcome outcome,
        List<UUID> doubledSessions,
        List<UUID> doubledChildren,
        List<UUID> fullSessions,
        List<UUID> changed,
        UUID usedBy,
        int unitsLeft,
        Idempotency.Kept kept) {

    /** What became of a booking. */
    enum Outcome {
        /** It is booked and committed. */
        TAKEN,
        /** There is an answer under its key. */
        STORED,
        /** Another transaction has its key. */
        IN_USE,
        /** What was held is not there any more, nor is a credit that was never committed. */
        GONE,
        /** What was held is held no longer, or not all of it. */
        LAPSED,
        /** What it was to be made for was used. */
        CREDIT_USED,
        /** Its pass is not paid for. */
        PASS_NOT_PAID,
        /** Its pass was not paid for in time. */
        PASS_LAPSED,
        /** Its pass was given back. */
        PASS_RETURNED,
        /** Too little is left of its pass. */
        PASS_USED_UP,
        /** Its voucher is used up. */
        VOUCHER_USED_UP,
        /** Its voucher is used up for this family. */
        VOUCHER_USED_BY_FAMILY,
        /** The rules refused it before, and there is no answer under its key. */
        REFUSED,
        /** A child has a place there, or is offered one. */
        DOUBLED,
        /** The carer has too much to pay already. */
        OWING,
        /** There are not enough seats. */
        FULL,
        /** Too much is held for the carer already. */
        HOLDING,
        /** One of the sessions has no seats at all. */
        UNKNOWN,
        /** Nothing was decided: the world has changed, or it depends on another one which is not decided. */
        AGAIN
    }

    /** A row of what {@code ledger/take-all.sql} answers. */
    static Verdict of(ResultSet row) throws SQLException {
        Outcome outcome = Outcome.valueOf(row.getString(2));
        return new Verdict(
                row.getInt(1) - 1,
                outcome,
                ids(row.getArray(3)),
                ids(row.getArray(4)),
                ids(row.getArray(5)),
                ids(row.getArray(6)),
                row.getObject(7, UUID.class),
                row.getInt(8),
                outcome == Outcome.STORED ? kept(row) : null);
    }

    private static Idempotency.Kept kept(ResultSet row) throws SQLException {
        return new Idempotency.Kept(
                row.getBytes(9), row.getInt(10), row.getString(11), row.getString(12), row.getString(13));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }
}
