package org.bearhug.booking;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Sets the scene: what is taught and who has children, as the neighbours tell it. */
@ApplicationScoped
public class Given {

    /** The day of the first session of every block here. */
    public static final LocalDate MONDAY = LocalDate.of(2031, 3, 10);

    /** Ten in the morning in London on that day, which is in winter time. */
    public static final Instant FIRST_START = Instant.parse("2031-03-10T10:00:00Z");

    /** What the clock shows before a test sets it. */
    public static final Instant A_WEEK_BEFORE = FIRST_START.minus(Duration.ofDays(7));

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    DataSource database;

    @Inject
    SessionFactory sessions;

    /** A look into the database. */
    public Sql sql() {
        return new Sql(database);
    }

    /** How many statements Hibernate sends to the database for a request; the least of three, since jobs send some too. */
    public long queries(Runnable request) {
        return LongStream.range(0, 3).map(nth -> queriesOnce(request)).min().orElseThrow();
    }

    private long queriesOnce(Runnable request) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            request.run();
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /** The clock stands a week before the first session. */
    public void a_week_before() {
        TestClock.set(A_WEEK_BEFORE);
    }

    /** A block of six sessions, 12 seats each, for babies of 4 to 30 weeks; to be changed and published. */
    public TaughtBlock block() {
        return new TaughtBlock(this);
    }

    /** course-service asks to lower capacities. */
    public Response agree(Map<UUID, Integer> capacities) {
        return Carer.nobody()
                .auth()
                .oauth2(Tokens.ofService("course-service", "seats:write"))
                .body(Map.of(
                        "items",
                        capacities.entrySet().stream()
                                .map(wanted -> Map.of("sessionId", wanted.getKey(), "capacity", wanted.getValue()))
                                .toList()))
                .put("/v1/capacities");
    }

    /** Ines makes a voucher; its id. */
    public String voucher(Map<String, ?> wish) {
        return Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .body(wish)
                .post("/v1/vouchers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The instant of this wall time in London. */
    static Instant instant(LocalDateTime local) {
        return local.atZone(LONDON).toInstant();
    }

    static LocalDateTime week(int week) {
        return LocalDateTime.of(MONDAY.plusWeeks(week), LocalTime.of(10, 0));
    }

    /** Waits until the service was told of these children. */
    public void known(UUID... children) {
        await().until(() ->
                sql().<Long>one("SELECT count(*) FROM child WHERE id = ANY(?)", (Object) children) == children.length);
    }

    /** Waits until the service was told this much of a child. */
    public void known(UUID child, long version) {
        await().until(() -> {
            Long known = sql().one("SELECT version FROM child WHERE id = ?", child);
            return known != null && known >= version;
        });
    }

    /** What is taken, session by session in the order of their dates. */
    public List<Integer> taken(TaughtBlock block) {
        return block.sessions().stream()
                .map(session -> sql().<Integer>one("SELECT taken FROM seats WHERE session_id = ?", session))
                .toList();
    }

    /** Held, offered and taken seats of a session. */
    public List<Integer> states(UUID session) {
        return sql()
                .rows("SELECT held, offered, taken FROM seats WHERE session_id = ?", session)
                .get(0)
                .values()
                .stream()
                .map(Integer.class::cast)
                .toList();
    }

    /** How many children have an active place, session by session. */
    public List<Long> places(TaughtBlock block) {
        return block.sessions().stream()
                .map(session -> sql().<Long>one(
                                "SELECT count(*) FROM place WHERE session_id = ? AND state = 'CONFIRMED'", session))
                .toList();
    }

    /** The payloads of the facts of this type about this subject, oldest first. */
    public List<Map<String, Object>> facts(String type, UUID subject) {
        return sql().rows(
                        "SELECT version, payload::text FROM outbox WHERE type = ? AND aggregateid = ? ORDER BY xid, position",
                        type,
                        subject);
    }

    void publish(String type, UUID subject, long version, Map<String, ?> data) {
        Neighbours.publish("course-service", type, subject, version, data);
    }
}
