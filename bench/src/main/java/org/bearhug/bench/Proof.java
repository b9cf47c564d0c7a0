package org.bearhug.bench;

/** That what was answered was done: looked up in the database after each turn. */
record Proof(Database database) {

    /** Who was not waited for may still be writing what was asked of it. */
    private long bookedAtLast(String query) {
        long booked = database.number(query);
        while (true) {
            Program.pause(1_000);
            long now = database.number(query);
            if (now == booked) {
                return now;
            }
            booked = now;
        }
    }

    /** That each of these bookings has its place, its seat, its facts and its stored answer. */
    void requireRight(String who, long firstSession, int sessions, long answered, int inFlight) {
        String these = " BETWEEN %s AND %s"
                .formatted(
                        World.sessionId(String.valueOf(firstSession)),
                        World.sessionId(String.valueOf(firstSession + sessions - 1)));
        long booked = bookedAtLast("SELECT count(*) FROM booking WHERE session_id" + these);
        long placed =
                database.number("SELECT count(*) FROM place WHERE session_id" + these + " AND state = 'CONFIRMED'");
        long taken = database.number("SELECT sum(taken) FROM seats WHERE session_id" + these);
        long told =
                database.number("SELECT count(*) FROM outbox o JOIN place p ON p.id = o.aggregateid WHERE p.session_id"
                        + these + " AND o.type = 'place.confirmed'");
        long kept = database.number(
                "SELECT count(*) FROM idempotency_record WHERE starts_with(key, 'bench-" + firstSession + "-')");
        if (placed != booked || taken != booked || told != booked || kept != booked) {
            throw new WrongWork("%s wrote %d bookings, but %d places, %d seats, %d facts and %d stored answers"
                    .formatted(who, booked, placed, taken, told, kept));
        }
        // What was still in flight when the clock stopped may have been written without having been counted.
        if (booked < answered || booked > answered + inFlight) {
            throw new WrongWork("%s answered %d times and wrote %d bookings".formatted(who, answered, booked));
        }
    }
}
