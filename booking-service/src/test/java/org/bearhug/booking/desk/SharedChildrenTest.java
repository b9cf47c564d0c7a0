package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
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

/** Cara and Omar share Mia; Ben is Cara's alone. */
@QuarkusTest
class SharedChildrenTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void a_shared_child_and_one_that_is_not() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 12);
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);
        given.known(ben);
    }

    @Test
    void both_carers_see_what_either_booked() {
        TaughtBlock block = given.block().ofSessions(2).published();

        String booking = booked(omar, block, mia);

        for (Carer carer : List.of(cara, omar)) {
            carer.asks()
                    .get("/v1/bookings/" + booking)
                    .then()
                    .statusCode(200)
                    .body("price.amount", equalTo(6500))
                    .body("places.childName", contains("Mia", "Mia"));
            carer.asks().get("/v1/bookings").then().body("items.id", contains(booking));
        }
    }

    @Test
    void of_a_booking_for_several_children_the_other_carer_sees_only_the_shared_one() {
        TaughtBlock block = given.block().ofSessions(2).published();

        String booking = booked(cara, block, mia, ben);

        String seen = omar.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .statusCode(200)
                .body("price.amount", equalTo(6500))
                .body("places", hasSize(2))
                .body("places.childName", contains("Mia", "Mia"))
                .extract()
                .asString();
        assertThat(seen).doesNotContain("Ben", ben.toString());
        omar.asks().get("/v1/bookings").then().body("items[0].places", hasSize(2));
        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("price.amount", equalTo(13000))
                .body("places", hasSize(4));
    }

    @Test
    void the_other_carer_gives_up_only_the_shared_childs_places() {
        TaughtBlock block = given.block().ofSessions(2).published();
        String booking = booked(cara, block, mia, ben);

        omar.cancel(booking).then().statusCode(200).body("places.state", contains("RELEASED", "RELEASED"));
        omar.cancel(booking).then().statusCode(200).body("state", equalTo("CONFIRMED"));

        assertThat(given.taken(block)).containsExactly(1, 1);
        cara.asks().get("/v1/bookings/" + booking).then().body("state", equalTo("CONFIRMED"));
        cara.cancel(booking).then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(given.taken(block)).containsExactly(0, 0);
    }

    @Test
    void when_nothing_is_left_the_booking_is_cancelled() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = booked(cara, block, mia);

        omar.cancel(booking).then().statusCode(200).body("state", equalTo("CANCELLED"));

        cara.asks().get("/v1/bookings/" + booking).then().body("state", equalTo("CANCELLED"));
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void neither_books_the_child_for_whom_the_other_just_did() {
        TaughtBlock block = given.block().ofSessions(1).published();

        List<Integer> answers = Race.of(
                6,
                i -> () -> (i % 2 == 0 ? cara : omar).bookBlock(block.id(), mia).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(given.taken(block)).containsExactly(1);
    }

    @Test
    void both_carers_at_once_free_each_seat_once() {
        TaughtBlock block = given.block().ofSessions(3).published();
        String booking = booked(cara, block, mia, ben);

        List<Integer> answers =
                Race.of(8, i -> () -> (i % 2 == 0 ? cara : omar).cancel(booking).statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(given.taken(block)).containsExactly(0, 0, 0);
    }

    @Test
    void what_is_not_shared_is_not_there() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = booked(cara, block, ben);

        omar.asks().get("/v1/bookings/" + booking).then().statusCode(404);
        omar.cancel(booking).then().statusCode(404);
        omar.bookBlock(block.id(), ben).then().statusCode(404);
        omar.bookBlock(block.id(), mia, ben).then().statusCode(404);
        omar.asks().get("/v1/bookings").then().body("items", empty());
    }

    @Test
    void whoever_has_left_sees_the_own_booking_without_the_child_and_gives_nothing_up() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = booked(cara, block, mia);
        cara.share(mia, "Mia", 10, 3, omar.id());
        given.known(mia, 3);

        String seen = cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .statusCode(200)
                .body("price.amount", equalTo(6500))
                .body("places", empty())
                .extract()
                .asString();
        assertThat(seen).doesNotContain("Mia", mia.toString());
        cara.cancel(booking).then().statusCode(409).body("code", equalTo("nothing-to-cancel"));
        cara.bookSession(block.session(0), mia).then().statusCode(404);
        assertThat(given.taken(block)).containsExactly(1);
        omar.cancel(booking).then().statusCode(200);
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void an_erased_childs_seats_to_come_are_free_and_the_others_stay() {
        TaughtBlock block = given.block().ofSessions(2).published();
        String booking = booked(cara, block, mia, ben);
        TestClock.set(Given.FIRST_START.plusSeconds(60));

        cara.erase(ben, 5);
        given.known(ben, 5);

        assertThat(given.taken(block)).containsExactly(2, 1);
        cara.asks().get("/v1/bookings/" + booking).then().body("state", equalTo("CONFIRMED"));
        cara.erase(mia, 5);
        given.known(mia, 5);
        assertThat(given.taken(block)).containsExactly(2, 0);
        String seen = cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("places", hasSize(4))
                .extract()
                .asString();
        assertThat(seen).doesNotContain("Mia", "Ben");
        assertThat(given.facts("place.released", place(ben, block.session(1)))).hasSize(1);
    }

    private UUID place(UUID child, UUID session) {
        return given.sql().one("SELECT id FROM place WHERE child_id = ? AND session_id = ?", child, session);
    }

    private static String booked(Carer carer, TaughtBlock block, UUID... children) {
        return carer.book(UUID.randomUUID().toString(), Map.of("blockId", block.id(), "childIds", List.of(children)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
