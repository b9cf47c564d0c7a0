package org.bearhug.bench;

/**
 * The carers, children and sessions that are booked, as booking-service has learnt of them: written straight into its
 * tables, since a hundred thousand would take hours by the API. Ids are numbers in the form of UUIDs, so that a load
 * generator can make them up.
 */
record World(Database database) {

    /** Each has a token; a token is used for many bookings, or signing would take longer than measuring. */
    static final int CARERS = 2_000;

    /** Child n belongs to carer n modulo {@link #CARERS}. A child has one place in a session: no round may book more. */
    static final int CHILDREN = 600_000;

    private static final String ID = "('%s-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";

    static String carer(int nth) {
        return String.format("a0000000-0000-7000-8000-%012x", nth);
    }

    private static String carerId(String nth) {
        return ID.formatted("a0000000", nth);
    }

    static String childId(String nth) {
        return ID.formatted("c0000000", nth);
    }

    static String sessionId(String nth) {
        return ID.formatted("50000000", nth);
    }

    void people() {
        database.execute(
                "INSERT INTO carer (id, name, erased, version, time_zone) SELECT " + carerId("n")
                        + ", 'Carer ' || n, false, 1, 'Europe/London' FROM generate_series(0, " + (CARERS - 1) + ") n",
                "INSERT INTO child (id, carer_id, carer_ids, name, born_on, erased, version) SELECT " + childId("n")
                        + ", "
                        + carerId("n % " + CARERS) + ", ARRAY[" + carerId("n % " + CARERS)
                        + "], 'Child ' || n, current_date - 100, false, 1 FROM generate_series(0, " + (CHILDREN - 1)
                        + ") n",
                "ANALYZE carer",
                "ANALYZE child");
    }

    /** So many sessions a month from now, that cost nothing, from this number on. */
    void sessions(long first, int count, int capacity) {
        String series = " FROM generate_series(%d, %d) n".formatted(first, first + count - 1);
        database.execute(
                "INSERT INTO class_session (id, course_id, instructor_id, title, starts_at, ends_at, local_start,"
                        + " time_zone, age_from_weeks, age_to_weeks, drop_in_amount, currency, state, published, version)"
                        + " SELECT "
                        + sessionId("n")
                        + ", uuidv7(), uuidv7(), 'Baby massage', now() + interval '30 days', now() + interval '30 days"
                        + " 1 hour', now() AT TIME ZONE 'UTC' + interval '30 days', 'UTC', 0, 200, 0, 'GBP',"
                        + " 'SCHEDULED', true, 1"
                        + series,
                "INSERT INTO seats (session_id, intended, capacity, session_version) SELECT " + sessionId("n") + ", "
                        + capacity + ", " + capacity + ", 1" + series,
                "ANALYZE class_session",
                "ANALYZE seats");
    }

    /** So many places has each session of the past, so that ten million of them lie in a hundred thousand sessions. */
    private static final int PAST_PLACES = 100;

    /**
     * What was booked in the past, session after session: bookings, their places, the facts about them. Kept answers are long
     * forgotten. References are not looked up again while it is written, nor is each row awaited on disk; afterwards the
     * tables are as a night's vacuum leaves them.
     */
    void past(long from, long to, long firstSession) {
        String n = " FROM generate_series(%d::bigint, %d::bigint) n".formatted(from, to - 1);
        String booking = ID.formatted("b0000000", "n");
        String session = sessionId("(%d + n / %d)".formatted(firstSession, PAST_PLACES));
        String child = childId("(n %% %d)".formatted(CHILDREN));
        String carer = carerId("(n %% %d)".formatted(CARERS));
        database.load(
                "INSERT INTO booking (id, carer_id, session_id, title, children, state, amount, currency, booked_at)"
                        + " SELECT "
                        + booking + ", " + carer + ", " + session
                        + ", 'Baby massage', 1, 'CONFIRMED', 0, 'GBP', now() - interval '60 days'" + n,
                "INSERT INTO place (booking_id, session_id, child_id, carer_id, state, taken_at) SELECT " + booking
                        + ", " + session + ", " + child + ", " + carer + ", 'CONFIRMED', now() - interval '60 days'"
                        + n,
                "INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload) SELECT 'place', "
                        + booking + ", 'place.confirmed', 1, now(), '{}'" + n,
                "UPDATE seats s SET taken = p.n, capacity = greatest(capacity, p.n) FROM (SELECT session_id,"
                        + " count(*)::int AS n FROM place GROUP BY session_id) p WHERE p.session_id = s.session_id AND"
                        + " s.taken <> p.n",
                "VACUUM (ANALYZE) booking",
                "VACUUM (ANALYZE) place",
                "VACUUM (ANALYZE) outbox");
    }
}
