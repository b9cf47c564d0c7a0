package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookingTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void a_block_takes_one_seat_in_each_of_its_sessions() {
        TaughtBlock block = given.block().published();
        UUID mia = cara.child("Mia", 10);

        JsonPath booking = cara.bookBlock(block.id(), mia)
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"))
                .body("title", equalTo("Baby massage for beginners"))
                .body("blockId", equalTo(block.id().toString()))
                .body(
                        "price",
                        equalTo(Map.of(
                                "amount",
                                6500,
                                "currency",
                                "GBP",
                                "lines",
                                List.of(Map.of("code", "LIST", "amount", 6500)))))
                .body("places", hasSize(6))
                .body("places.childName", everyItem(equalTo("Mia")))
                .body("places[0].startsAt", equalTo("2031-03-10T10:00:00Z"))
                .body("places[0].localStart", equalTo("2031-03-10T10:00:00"))
                .body("places[0].timeZone", equalTo("Europe/London"))
                .body("places[3].startsAt", equalTo("2031-03-31T09:00:00Z"))
                .extract()
                .jsonPath();

        assertThat(booking.getList("places.sessionId"))
                .isEqualTo(block.sessions().stream().map(UUID::toString).toList());
        assertThat(given.taken(block)).containsOnly(1);
        assertThat(given.places(block)).containsOnly(1L);
        assertThat(given.facts("place.confirmed", booking.getUUID("places[0].id")))
                .hasSize(1);
        assertThat(given.facts("seats.changed", block.session(5)).get(1))
                .containsEntry("version", 2L)
                .extractingByKey("payload")
                .asString()
                .contains("\"taken\": 1", "\"capacity\": 12", "\"seatsLeft\": 11");
        cara.asks()
                .get("/v1/bookings/" + booking.getString("id"))
                .then()
                .statusCode(200)
                .body("", equalTo(booking.getMap("")));
    }

    @Test
    void a_drop_in_takes_one_seat_in_one_session() {
        TaughtBlock block = given.block().ofSessions(3).published();
        UUID mia = cara.child("Mia", 10);

        cara.bookSession(block.session(1), mia)
                .then()
                .statusCode(201)
                .body("sessionId", equalTo(block.session(1).toString()))
                .body("price.amount", equalTo(1500))
                .body("places.sessionId", contains(block.session(1).toString()));

        assertThat(given.taken(block)).containsExactly(0, 1, 0);
    }

    @Test
    void a_family_is_booked_whole() {
        TaughtBlock block = given.block().ofSessions(2).seats(3).published();
        UUID mia = cara.child("Mia", 10);
        UUID ben = cara.child("Ben", 10);

        cara.bookBlock(block.id(), mia, ben)
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(13000))
                .body("places", hasSize(4));

        assertThat(given.taken(block)).containsExactly(2, 2);
    }

    @Test
    void a_family_that_does_not_fit_gets_nothing() {
        TaughtBlock block = given.block().ofSessions(2).seats(1).published();
        UUID mia = cara.child("Mia", 10);
        UUID ben = cara.child("Ben", 10);

        cara.bookBlock(block.id(), mia, ben)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("session-full"))
                .body("sessionIds", hasSize(2));

        assertThat(given.taken(block)).containsExactly(0, 0);
    }

    @Test
    void a_block_with_one_full_session_is_not_booked_at_all() {
        TaughtBlock block = given.block().ofSessions(3).seats(1).published();
        Carer omar = Carer.fresh();
        omar.bookSession(block.session(2), omar.child("Zoe", 10)).then().statusCode(201);

        cara.bookBlock(block.id(), cara.child("Mia", 10))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-full"))
                .body("sessionIds", contains(block.session(2).toString()));

        assertThat(given.taken(block)).containsExactly(0, 0, 1);
        assertThat(given.sql().<Long>one("SELECT count(*) FROM booking WHERE carer_id = ?", cara.id()))
                .isZero();
    }

    @Test
    void a_child_gets_no_second_place_in_the_same_session() {
        TaughtBlock block = given.block().ofSessions(2).published();
        UUID mia = cara.child("Mia", 10);
        cara.bookSession(block.session(1), mia).then().statusCode(201);

        cara.bookBlock(block.id(), mia)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-booked"))
                .body("sessionIds", contains(block.session(1).toString()))
                .body("childIds", contains(mia.toString()));

        assertThat(given.taken(block)).containsExactly(0, 1);
    }

    @Test
    void another_carers_child_is_as_unknown_as_one_that_does_not_exist() {
        TaughtBlock block = given.block().ofSessions(1).published();
        UUID zoe = Carer.fresh().child("Zoe", 10);
        given.known(zoe);

        List<UUID> children = List.of(zoe, UUID.randomUUID());
        assertThat(Race.of(2, nth -> () -> code(cara.bookBlock(block.id(), children.get(nth)))))
                .containsOnly("404 not-found");
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void what_is_not_published_or_not_there_cannot_be_booked() {
        TaughtBlock draft = given.block().ofSessions(1).drafted();
        UUID mia = cara.child("Mia", 10);

        List<Supplier<Response>> wishes = List.of(
                () -> cara.bookSession(draft.session(0), mia),
                () -> cara.bookSession(UUID.randomUUID(), mia),
                () -> cara.bookBlock(UUID.randomUUID(), mia),
                () -> cara.bookBlock(draft.id(), mia));
        assertThat(Race.of(4, nth -> () -> code(wishes.get(nth).get()))).containsOnly("404 not-found");
    }

    private static String code(Response answer) {
        return answer.statusCode() + " " + answer.path("code");
    }
}
