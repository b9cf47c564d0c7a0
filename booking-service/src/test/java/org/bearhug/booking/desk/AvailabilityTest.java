package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AvailabilityTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void everybody_sees_the_seats_left_in_a_block() {
        TaughtBlock block = given.block().ofSessions(3).seats(5).published();
        cara.bookSession(block.session(1), cara.child("Mia", 10), cara.child("Ben", 10))
                .then()
                .statusCode(201);

        ofBlock(block)
                .body(
                        "items.sessionId",
                        equalTo(block.sessions().stream().map(UUID::toString).toList()))
                .body("items.capacity", everyItem(equalTo(5)))
                .body("items.seatsLeft", contains(5, 3, 5))
                .body("items.asOf", everyItem(equalTo("2031-03-03T10:00:00Z")));
    }

    @Test
    void sessions_come_in_the_order_of_their_dates_and_the_unknown_are_left_out() {
        TaughtBlock block = given.block().ofSessions(3).published();
        TaughtBlock draft = given.block().ofSessions(1).drafted();

        ofSessions(List.of(block.session(2), UUID.randomUUID(), draft.session(0), block.session(0)))
                .statusCode(200)
                .body(
                        "items.sessionId",
                        contains(block.session(0).toString(), block.session(2).toString()));
        Carer.nobody()
                .get("/v1/availability?block=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void a_cancelled_session_has_no_seat_left() {
        TaughtBlock block = given.block().ofSessions(2).published();
        block.changed(0, 2, Map.of("state", "CANCELLED"));

        ofBlock(block).body("items.seatsLeft", contains(0, 12));
    }

    @Test
    void an_agreed_lower_number_counts_as_long_as_it_holds() {
        TaughtBlock block = given.block().ofSessions(1).published();
        given.agree(Map.of(block.session(0), 4)).then().statusCode(204);

        ofBlock(block).body("items.seatsLeft", contains(4));

        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(60));
        ofBlock(block).body("items.seatsLeft", contains(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?session=%1$s&block=%1$s", "?block=", "?colour=red"})
    void sessions_or_a_block_must_be_named(String query) {
        Carer.nobody()
                .get("/v1/availability" + query.formatted(UUID.randomUUID()))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void a_hundred_sessions_can_be_asked_for_at_once_and_no_more() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(101).toList();

        ofSessions(ids.subList(0, 100)).statusCode(200).body("items", hasSize(0));
        ofSessions(ids).statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void it_takes_one_query() {
        TaughtBlock block = given.block().published();

        // Each time another address, since what was asked for once lies ready.
        AtomicInteger nth = new AtomicInteger();
        for (String asked : List.of("block=" + block.id(), "session=" + block.session(0))) {
            assertThat(given.queries(() -> Carer.nobody()
                            .get("/v1/availability?" + asked + "&" + nth.incrementAndGet())
                            .then()
                            .statusCode(200)))
                    .isEqualTo(1);
        }
    }

    private static ValidatableResponse ofBlock(TaughtBlock block) {
        return Carer.nobody().get("/v1/availability?block=" + block.id()).then().statusCode(200);
    }

    private static ValidatableResponse ofSessions(List<UUID> ids) {
        return Carer.nobody()
                .get(ids.stream().map(id -> "session=" + id).collect(Collectors.joining("&", "/v1/availability?", "")))
                .then();
    }
}
