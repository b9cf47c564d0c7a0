package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CapacitiesTest {

    @Inject
    Given given;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void no_more_than_agreed_is_sold_for_a_minute() {
        TaughtBlock block = given.block().ofSessions(1).published();
        given.agree(Map.of(block.session(0), 1)).then().statusCode(204);

        booked(block).then().statusCode(201);
        full(booked(block));
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(59));
        full(booked(block));
        assertThat(given.taken(block)).containsExactly(1);

        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(60));
        booked(block).then().statusCode(201);
    }

    @Test
    void the_fact_makes_it_lasting() {
        TaughtBlock block = given.block().ofSessions(1).published();
        given.agree(Map.of(block.session(0), 1)).then().statusCode(204);
        block.changed(0, 2, Map.of("capacity", 1));
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(3600));

        booked(block).then().statusCode(201);
        full(booked(block));
        seats(block, 1, 1, 1);
    }

    @Test
    void an_older_fact_in_flight_does_not_undo_it() {
        TaughtBlock block = given.block().ofSessions(1).published();
        given.agree(Map.of(block.session(0), 1)).then().statusCode(204);
        block.changed(0, 2, Map.of("capacity", 20));

        booked(block).then().statusCode(201);
        full(booked(block));

        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(60));
        booked(block).then().statusCode(201);
    }

    @Test
    void of_two_agreements_the_lower_one_holds() {
        TaughtBlock block = given.block().ofSessions(1).published();
        given.agree(Map.of(block.session(0), 1)).then().statusCode(204);
        given.agree(Map.of(block.session(0), 5)).then().statusCode(204);

        booked(block).then().statusCode(201);
        full(booked(block));
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(60));
        given.agree(Map.of(block.session(0), 2)).then().statusCode(204);
        booked(block).then().statusCode(201);
        full(booked(block));
    }

    @Test
    void less_than_what_is_taken_is_refused_for_all() {
        TaughtBlock block = given.block().ofSessions(2).published();
        Carer cara = Carer.fresh();
        cara.bookSession(block.session(0), cara.child("Mia", 10), cara.child("Ben", 10))
                .then()
                .statusCode(201);

        given.agree(Map.of(block.session(0), 1, block.session(1), 1))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("capacity-below-taken"))
                .body("sessions.sessionId", contains(block.session(0).toString()))
                .body("sessions.taken", contains(2));

        assertThat(given.sql()
                        .rows("SELECT 1 FROM seats WHERE agreed_until IS NOT NULL AND session_id = ANY(?)", (Object)
                                block.sessions().toArray(UUID[]::new)))
                .isEmpty();
        given.agree(Map.of(block.session(0), 2)).then().statusCode(204);
    }

    @Test
    void what_is_held_counts_until_its_time_is_over_though_no_job_has_given_it_back() {
        TaughtBlock block = given.block().ofSessions(1).published();
        Carer cara = Carer.fresh();
        cara.holdBlock(block.id(), cara.child("Mia", 10), cara.child("Ben", 10));
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(899));
        given.agree(Map.of(block.session(0), 1)).then().statusCode(409).body("sessions.taken", contains(2));

        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(900));
        given.agree(Map.of(block.session(0), 1)).then().statusCode(204);
    }

    @Test
    void sessions_that_are_not_known_have_nobody_in_them() {
        given.agree(Map.of(UUID.randomUUID(), 0)).then().statusCode(204);
    }

    @Test
    void agreeing_and_booking_at_once_never_ends_below_what_is_taken() {
        for (int round = 0; round < 5; round++) {
            TaughtBlock block = given.block().ofSessions(2).seats(4).published();
            List<Carer> carers = List.of(Carer.fresh(), Carer.fresh(), Carer.fresh());
            List<UUID> children =
                    carers.stream().map(carer -> carer.child("Mia", 10)).toList();
            given.known(children.toArray(UUID[]::new));

            List<Integer> statuses = Race.of(
                    4,
                    nth -> () -> (nth == 3
                                    ? given.agree(Map.of(block.session(0), 1, block.session(1), 1))
                                    : carers.get(nth).bookBlock(block.id(), children.get(nth)))
                            .statusCode());

            int agreed = statuses.get(3);
            int taken =
                    (int) statuses.subList(0, 3).stream().filter(s -> s == 201).count();
            assertThat(agreed).isIn(204, 409);
            assertThat(taken).isBetween(1, agreed == 204 ? 1 : 3);
            assertThat(given.taken(block)).containsExactly(taken, taken);
        }
    }

    @Test
    void a_fact_below_what_is_taken_leaves_everybody_their_seat() {
        TaughtBlock block = given.block().ofSessions(1).published();
        Carer cara = Carer.fresh();
        List<String> bookings = List.of("Mia", "Ben", "Zoe").stream()
                .map(name -> cara.bookSession(block.session(0), cara.child(name, 10))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        block.changed(0, 2, Map.of("capacity", 1));

        seats(block, 1, 3, 3);
        full(booked(block));
        Carer.nobody()
                .get("/v1/availability?block=" + block.id())
                .then()
                .body("items[0].capacity", equalTo(1))
                .body("items[0].seatsLeft", equalTo(0));

        cara.cancel(bookings.get(0)).then().statusCode(200);
        seats(block, 1, 2, 2);
        full(booked(block));
        cara.cancel(bookings.get(1)).then().statusCode(200);
        seats(block, 1, 1, 1);
        full(booked(block));
        cara.cancel(bookings.get(2)).then().statusCode(200);
        seats(block, 1, 1, 0);
        booked(block).then().statusCode(201);
    }

    @Test
    void raising_a_capacity_sells_more() {
        TaughtBlock block = given.block().ofSessions(1).seats(1).published();
        booked(block).then().statusCode(201);
        full(booked(block));

        block.changed(0, 2, Map.of("capacity", 2));

        booked(block).then().statusCode(201);
        seats(block, 2, 2, 2);
        assertThat(given.facts("seats.changed", block.session(0))).hasSize(4);
    }

    @Test
    void a_fact_that_comes_after_a_newer_one_changes_nothing() {
        TaughtBlock block = given.block().ofSessions(1).published();
        block.changed(0, 3, Map.of("title", "Baby massage"));
        block.tellSession(0, 2, Map.of("capacity", 5));
        block.changed(0, 4, Map.of());

        seats(block, 12, 12, 0);
        assertThat(given.facts("seats.changed", block.session(0))).hasSize(1);
    }

    private Response booked(TaughtBlock block) {
        Carer carer = Carer.fresh();
        return carer.bookSession(block.session(0), carer.child("Mia", 10));
    }

    private static void full(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("session-full"));
    }

    private void seats(TaughtBlock block, int intended, int capacity, int taken) {
        assertThat(given.sql()
                        .rows("SELECT intended, capacity, taken FROM seats WHERE session_id = ?", block.session(0)))
                .containsExactly(Map.of("intended", intended, "capacity", capacity, "taken", taken));
    }
}
