package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Availability lies ready; whatever changes it is seen by the next who asks. Each step here reads it before and after. */
@QuarkusTest
class ReadyAvailabilityTest {

    @Inject
    Given given;

    @Inject
    DataSource database;

    @Inject
    Matcher matcher;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private UUID zoe;

    @BeforeEach
    void two_sessions_of_two_seats() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(2).published();
        mia = cara.child("Mia", 10);
        zoe = omar.child("Zoe", 10);
        given.known(mia, zoe);
        assertThat(left()).containsExactly(2, 2);
    }

    @Test
    void unchanged_it_takes_no_query() {
        String tag = ask().header("ETag");

        assertThat(given.queries(() -> assertThat(left()).containsExactly(2, 2)))
                .isZero();
        assertThat(given.queries(() -> Carer.nobody()
                        .header("If-None-Match", tag)
                        .get(path())
                        .then()
                        .statusCode(304)
                        .header("Cache-Control", "public, no-cache")))
                .isZero();
        assertThat(given.queries(() -> cara.asks().get(path()).then().statusCode(200)))
                .isZero();
    }

    @Test
    void bookings_and_cancellations_are_seen_at_once() {
        String booking =
                cara.bookBlock(block.id(), mia).then().statusCode(201).extract().path("id");
        assertThat(left()).containsExactly(1, 1);
        omar.bookSession(block.session(1), zoe).then().statusCode(201);
        assertThat(left()).containsExactly(1, 0);

        cara.cancel(booking).then().statusCode(200);

        assertThat(left()).containsExactly(2, 1);
        assertThat(of(block.session(1))).containsExactly(1);
    }

    @Test
    void a_hold_ends_by_itself_though_nothing_is_written() {
        String hold =
                cara.holdBlock(block.id(), mia).then().statusCode(201).extract().path("id");
        assertThat(left()).containsExactly(1, 1);
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(14 * 60));
        assertThat(left()).containsExactly(1, 1);
        cara.asks().post("/v1/holds/" + hold + "/extend").then().statusCode(200);

        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(16 * 60));
        assertThat(left()).containsExactly(1, 1);
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(31 * 60));
        assertThat(left()).containsExactly(2, 2);
    }

    @Test
    void who_joins_or_leaves_the_line_is_counted_at_once() {
        omar.bookBlock(block.id(), zoe, sibling(omar)).then().statusCode(201);
        assertThat(left()).containsExactly(0, 0);
        String entry =
                cara.waitFor(block.id(), mia).then().statusCode(201).extract().path("id");
        block.changed(0, 2, Map.of("capacity", 4));
        assertThat(left()).as("two more, one of them for who waits").containsExactly(1, 0);

        cara.asks().delete("/v1/waitlist/" + entry).then().statusCode(204);

        assertThat(left()).containsExactly(2, 0);
    }

    @Test
    void what_is_offered_is_kept_and_comes_back_with_the_offers_end() {
        String booking = omar.bookBlock(block.id(), zoe, sibling(omar))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.waitFor(block.id(), mia).then().statusCode(201);
        omar.cancel(booking).then().statusCode(200);
        assertThat(left()).containsExactly(1, 1);
        matcher.matchAll();
        assertThat(left()).containsExactly(1, 1);

        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofDays(2)));

        assertThat(left()).containsExactly(2, 2);
    }

    @Test
    void an_agreed_lower_number_counts_at_once_and_as_long_as_it_holds() {
        given.agree(Map.of(block.session(0), 1)).then().statusCode(204);
        assertThat(left()).containsExactly(1, 2);

        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(60));

        assertThat(left()).containsExactly(2, 2);
    }

    @Test
    void what_course_service_tells_is_seen_as_soon_as_it_is_known() {
        block.changed(0, 2, Map.of("state", "CANCELLED"));
        await().untilAsserted(() -> assertThat(left()).containsExactly(0, 2));
        TaughtBlock soon = given.block().ofSessions(1).drafted();
        assertThat(of(soon.session(0))).isEmpty();

        soon.tellSession(0, 9, Map.of("published", true));

        await().untilAsserted(() -> assertThat(of(soon.session(0))).containsExactly(12));
    }

    @Test
    void what_another_instance_books_is_seen_within_three_seconds() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            run(other, "UPDATE seats SET taken = taken + 1, version = version + 1 WHERE session_id = ?");
            run(
                    other,
                    """
                    INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)
                    VALUES ('seats', ?, 'seats.changed', 2, now(), '{}')""");
            assertThat(left()).containsExactly(2, 2);
            other.commit();
        }

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(left()).containsExactly(1, 2));
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, block.session(0));
            statement.executeUpdate();
        }
    }

    private UUID sibling(Carer carer) {
        UUID child = carer.child("Zac", 10);
        given.known(child);
        return child;
    }

    private String path() {
        return "/v1/availability?block=" + block.id();
    }

    private Response ask() {
        return Carer.nobody().get(path());
    }

    private List<Integer> left() {
        return ask().path("items.seatsLeft");
    }

    private static List<Integer> of(UUID session) {
        return Carer.nobody().get("/v1/availability?session=" + session).path("items.seatsLeft");
    }
}
