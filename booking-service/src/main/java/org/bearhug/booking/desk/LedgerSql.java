package org.bearhug.booking.desk;

import org.bearhug.booking.sql.SqlFile;
import org.bearhug.kit.Idempotency;

/** The statements of {@link SeatLedger}, each put together from files in {@code ledger/}. */
final class LedgerSql {

    /** From free to taken, with a booking; expired holds of these sessions count as free. */
    static final String TAKE = read("single") + read("judge") + read("take") + read("answer");

    /**
     * How the statement after it is planned, for this transaction alone. Travels with it, so it costs no way of its own; {@link TakeAll}
     * says which.
     */
    private static final String PLANNED = "SELECT set_config('plan_cache_mode', ?, true);";

    /**
     * The same for many bookings that know nothing of each other: each is judged and written whole, with its money, its facts
     * and the answer under its key, by {@link TakeAll}. What it answers is its second result.
     */
    static final String TAKE_ALL = takeAll(
            read("held"),
            "keeper AS (SELECT NULL::bigint AS nth, NULL::bigint AS holds WHERE false),",
            "spent AS (SELECT 0::bigint AS nth, NULL AS outcome, NULL::uuid AS used_by, 0 AS units_left WHERE false),",
            "");

    /** The same where some use up something else than seats: what plain ones do not need is not in their statement. */
    static final String TAKE_ALL_AND_USE_UP = takeAll(
            read("sources"),
            "keeper AS (SELECT NULL::bigint AS nth, NULL::bigint AS holds WHERE false),",
            read("spent"),
            read("use-up"));

    /** The same where, besides, some are paid first, and held until then. */
    static final String TAKE_OR_KEEP_ALL =
            takeAll(read("sources"), read("keepers"), read("spent"), read("use-up") + read("keep-all"));

    /** From free to held or offered, with a hold. */
    static final String HOLD = read("single") + read("judge") + read("hold") + read("answer");

    /** From held or offered to taken: nobody is asked whether there is room. */
    static final String FULFIL = read("fulfil") + read("take") + read("answer");

    /** From held or offered to held for a booking that is being paid. */
    static final String PEND = read("pend");

    /** From taken to free. */
    static final String RELEASE = read("release");

    /** From held or offered to free, of one hold. */
    static final String LET_GO = read("give-back").formatted("h.hold_id = :hold");

    /** From held or offered to free, whatever has expired. */
    static final String RECLAIM = read("give-back").formatted("h.expires_at <= :now");

    /** The same, in some sessions. */
    static final String RECLAIM_IN =
            read("give-back").formatted("h.expires_at <= :now AND h.session_id = ANY(:sessions)");

    /** What newcomers could have if nobody waited. */
    static final String FREE =
            """
            SELECT session_id,
                   CASE WHEN agreed_until > :now THEN least(intended, agreed_capacity) ELSE intended END
                   - taken - held - offered
              FROM seats
             WHERE session_id = ANY(:sessions)""";

    /** Stays held, for longer. */
    static final String EXTEND = read("extend");

    /** Two changes in one transaction lock all their sessions before. */
    static final String LOCK =
            "SELECT session_id FROM seats WHERE session_id = ANY(:sessions) ORDER BY session_id FOR NO KEY UPDATE";

    private LedgerSql() {}

    private static String takeAll(String sources, String keepers, String spent, String effects) {
        return PLANNED
                + read("shared")
                        .formatted(
                                SheetColumns.WISHES_IN_SQL,
                                sources,
                                keepers,
                                spent,
                                SheetColumns.SPOTS_IN_SQL,
                                Idempotency.claiming("wish"))
                + read("judge")
                + read("take-all").formatted(effects, Idempotency.keeping("agreed"));
    }

    private static String read(String name) {
        return SqlFile.read("ledger/" + name);
    }
}
