package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CancellationTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private UUID mia;

    @BeforeEach
    void a_month_before() {
        TestClock.set(Instant.parse("2031-02-10T10:00:00Z"));
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    /** The first session is on 10 March at ten; two children are booked for 130 pounds. */
    @ParameterizedTest
    @CsvSource({
        "2031-03-03T10:00:00Z, 13000, 100",
        "2031-03-03T10:00:01Z, 4290, 33",
        "2031-03-08T10:00:00Z, 4290, 33",
        "2031-03-08T10:00:01Z, 0, 0",
        "2031-03-11T10:00:00Z, 0, 0",
    })
    void what_comes_back_is_said_before_and_comes_back_then(Instant now, int back, int percent) {
        TaughtBlock block = given.block().ofSessions(2).refunds(7, 2, 33).published();
        String booking = cara.bookBlock(block.id(), mia, cara.child("Ben", 10)).path("id");
        TestClock.set(now);

        cara.asks()
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(200)
                .body("comesBack", equalTo(Map.of("amount", back, "currency", "GBP")))
                .body("percent", equalTo(percent))
                .body("fullUntil", equalTo("2031-03-03T10:00:00Z"))
                .body("partUntil", equalTo("2031-03-08T10:00:00Z"));
        cara.cancel(booking).then().statusCode(200).body("cameBack.amount", equalTo(back));

        assertThat(given.sql()
                        .<Long>one(
                                "SELECT sum(came_back)::bigint FROM place WHERE booking_id = ?",
                                UUID.fromString(booking)))
                .isEqualTo(back);
        assertThat(given.facts("booking.changed", UUID.fromString(booking)))
                .singleElement()
                .satisfies(fact -> assertThat(fact.get("payload").toString())
                        .contains("\"state\": \"CANCELLED\"", "\"cameBack\": {\"amount\": " + back));
    }

    @Test
    void half_a_penny_comes_back_as_a_whole_one() {
        TaughtBlock block = given.block().ofSessions(1).refunds(300, 2, 50).published();
        block.changed(0, 2, Map.of("dropInPrice", Map.of("amount", 1501, "currency", "GBP")));
        String booking = cara.bookSession(block.session(0), mia).path("id");

        cara.cancel(booking).then().body("cameBack.amount", equalTo(751));
    }

    @Test
    void the_terms_are_those_of_the_day_of_booking() {
        TaughtBlock block = given.block().ofSessions(1).refunds(7, 2, 50).published();
        String booking = cara.bookBlock(block.id(), mia)
                .then()
                .body("terms.fullUntilDays", equalTo(7))
                .extract()
                .path("id");
        block.refunds(365, 365, 0).tellBlock(2, "PUBLISHED");
        await().until(() ->
                given.sql().one("SELECT 1 FROM class_block WHERE id = ? AND version = 2", block.id()) != null);

        cara.asks().get("/v1/bookings/" + booking + "/cancellation").then().body("comesBack.amount", equalTo(6500));
    }

    @Test
    void a_hold_keeps_the_terms_too() {
        TaughtBlock block = given.block().ofSessions(1).refunds(9, 3, 10).published();
        String hold = cara.holdBlock(block.id(), mia).path("id");

        cara.bookHeld(hold)
                .then()
                .statusCode(201)
                .body("terms.fullUntilDays", equalTo(9))
                .body("terms.partUntilDays", equalTo(3))
                .body("terms.partPercent", equalTo(10));
    }

    @Test
    void of_a_block_that_says_nothing_the_usual_terms_count() {
        TaughtBlock block = given.block().ofSessions(1).published();

        cara.bookBlock(block.id(), mia)
                .then()
                .body(
                        "terms",
                        equalTo(Map.of(
                                "fullUntilDays", 7,
                                "partUntilDays", 2,
                                "partPercent", 50,
                                "makeUpWeeks", 8,
                                "makeUpsPerBlock", 2)));
    }

    @Test
    void the_days_before_are_days_where_it_is_taught() {
        // Clocks go forward on 30 March: seven days before 31 March, ten o'clock, lie 167 hours before.
        TaughtBlock block = given.block().ofSessions(1).refunds(7, 2, 50).published();
        block.changed(
                0,
                2,
                Map.of(
                        "localStart", "2031-03-31T10:00:00",
                        "startsAt", "2031-03-31T09:00:00Z",
                        "endsAt", "2031-03-31T10:00:00Z"));
        String booking = cara.bookSession(block.session(0), mia).path("id");

        cara.asks()
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .body("fullUntil", equalTo("2031-03-24T10:00:00Z"));
    }

    @Test
    void what_cannot_be_cancelled_has_no_preview() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = cara.bookBlock(block.id(), mia).path("id");

        Carer.fresh()
                .asks()
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        TestClock.set(Given.FIRST_START);
        cara.asks()
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-late-to-cancel"));
    }

    @Test
    void a_cancelled_booking_gives_nothing_more() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = cara.bookBlock(block.id(), mia).path("id");
        cara.cancel(booking).then().body("cameBack.amount", equalTo(6500));

        cara.asks()
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(200)
                .body("comesBack.amount", equalTo(0));
        cara.cancel(booking).then().statusCode(200).body("cameBack.amount", equalTo(6500));
    }

    @Test
    void never_more_comes_back_than_the_price() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = cara.bookBlock(block.id(), mia).path("id");

        assertThatThrownBy(() -> given.sql()
                        .change("UPDATE place SET came_back = 6501 WHERE booking_id = ?", UUID.fromString(booking)))
                .hasStackTraceContaining("never_more_back_than_the_price");
    }
}
