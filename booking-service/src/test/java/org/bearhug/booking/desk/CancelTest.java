package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancelTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private UUID mia;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    @Test
    void each_seat_is_free_again_and_everybody_is_told() {
        TaughtBlock block = given.block().ofSessions(2).published();
        UUID ben = cara.child("Ben", 12);
        JsonPath booking = booked(cara.bookBlock(block.id(), mia, ben));

        cara.cancel(booking.getString("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("bookedAt", equalTo("2031-03-03T10:00:00Z"))
                .body("cancelledAt", equalTo("2031-03-03T10:00:00Z"))
                .body("places.state", everyItem(equalTo("RELEASED")));

        assertThat(given.taken(block)).containsExactly(0, 0);
        assertThat(given.places(block)).containsExactly(0L, 0L);
        for (String place : booking.<String>getList("places.id")) {
            assertThat(given.facts("place.released", UUID.fromString(place)))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact)
                            .containsEntry("version", 2L)
                            .extractingByKey("payload")
                            .asString()
                            .contains("\"state\": \"RELEASED\"", cara.id().toString()));
        }
        for (UUID session : block.sessions()) {
            assertThat(given.facts("seats.changed", session)).last().satisfies(fact -> assertThat(
                            fact.get("payload").toString())
                    .contains("\"taken\": 0", "\"seatsLeft\": 12"));
        }
    }

    @Test
    void cancelling_again_changes_nothing() {
        TaughtBlock block = given.block().ofSessions(2).published();
        Carer omar = Carer.fresh();
        omar.bookBlock(block.id(), omar.child("Zoe", 10)).then().statusCode(201);
        String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");

        String first = cara.cancel(booking).then().statusCode(200).extract().asString();
        TestClock.set(Given.FIRST_START.minusSeconds(60));
        String second = cara.cancel(booking).then().statusCode(200).extract().asString();

        assertThat(second).isEqualTo(first);
        assertThat(given.taken(block)).containsExactly(1, 1);
    }

    @Test
    void ten_cancellations_at_once_free_each_seat_once() {
        TaughtBlock block = given.block().published();
        Carer omar = Carer.fresh();
        UUID zoe = omar.child("Zoe", 10);
        omar.bookBlock(block.id(), zoe).then().statusCode(201);
        JsonPath booking = booked(cara.bookBlock(block.id(), mia));

        List<Integer> statuses =
                Race.of(10, nth -> () -> cara.cancel(booking.getString("id")).statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(given.taken(block)).containsOnly(1);
        assertThat(given.facts("place.released", booking.getUUID("places[0].id")))
                .hasSize(1);
    }

    @Test
    void a_child_can_come_back() {
        TaughtBlock block = given.block().ofSessions(1).seats(1).published();
        String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");
        cara.cancel(booking).then().statusCode(200);

        String again = booked(cara.bookBlock(block.id(), mia)).getString("id");
        cara.cancel(booking).then().statusCode(200);

        assertThat(given.taken(block)).containsExactly(1);
        cara.asks().get("/v1/bookings/" + again).then().body("state", equalTo("CONFIRMED"));
    }

    @Test
    void another_carers_booking_is_not_there() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");

        Carer.fresh().cancel(booking).then().statusCode(404).body("code", equalTo("not-found"));
        cara.cancel(UUID.randomUUID().toString()).then().statusCode(404);

        assertThat(given.taken(block)).containsExactly(1);
    }

    @Test
    void of_a_booking_half_over_only_what_is_to_come_is_freed() {
        TaughtBlock block = given.block().ofSessions(3).published();
        String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");
        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(7)));

        cara.cancel(booking)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("places.state", equalTo(List.of("CONFIRMED", "CONFIRMED", "RELEASED")));

        assertThat(given.taken(block)).containsExactly(1, 1, 0);
        assertThat(given.places(block)).containsExactly(1L, 1L, 0L);
    }

    @Test
    void when_the_last_session_has_begun_it_is_too_late() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");
        TestClock.set(Given.FIRST_START);

        cara.cancel(booking).then().statusCode(409).body("code", equalTo("too-late-to-cancel"));
        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("cancelledAt", nullValue());
        assertThat(given.taken(block)).containsExactly(1);

        TestClock.set(Given.FIRST_START.minusSeconds(1));
        cara.cancel(booking).then().statusCode(200);
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void the_same_key_gets_the_same_answer() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");
        String key = UUID.randomUUID().toString();

        Response first = cancel(booking, key);
        Response second = cancel(booking, key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void cancelling_and_booking_the_same_child_at_once_never_block_each_other() {
        TaughtBlock block = given.block().published();
        for (int round = 0; round < 8; round++) {
            String booking = booked(cara.bookBlock(block.id(), mia)).getString("id");

            List<Integer> statuses = Race.of(
                    4, nth -> () -> (nth == 0 ? cara.cancel(booking) : cara.bookBlock(block.id(), mia)).statusCode());

            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.subList(1, 4)).isSubsetOf(201, 409);
            int again = (int) statuses.stream().filter(status -> status == 201).count();
            assertThat(again).isLessThanOrEqualTo(1);
            assertThat(given.taken(block)).containsOnly(again);
            assertThat(given.places(block)).containsOnly((long) again);
            List<String> active =
                    cara.asks().get("/v1/bookings?state=CONFIRMED").path("items.id");
            assertThat(active).hasSize(again);
            active.forEach(cara::cancel);
        }
        cara.asks().get("/v1/bookings?limit=100").then().body("items.state.unique()", containsInAnyOrder("CANCELLED"));
    }

    private Response cancel(String booking, String key) {
        return cara.asks().header("Idempotency-Key", key).post("/v1/bookings/" + booking + "/cancel");
    }

    private static JsonPath booked(Response answer) {
        return answer.then().statusCode(201).extract().jsonPath();
    }
}
