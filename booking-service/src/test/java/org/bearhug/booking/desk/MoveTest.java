package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
class MoveTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private TaughtBlock other;
    private UUID mia;
    private UUID ben;
    private String booking;

    @BeforeEach
    void two_blocks_of_a_course() {
        given.a_week_before();
        block = given.block().ofSessions(2).refunds(365, 365, 0).published();
        other = given.block()
                .ofTheCourseOf(block)
                .ofSessions(3)
                .seats(2)
                .costs(8000)
                .published();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
        booking = cara.bookBlock(block.id(), mia, ben)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void all_children_change_to_the_other_block_and_the_difference_is_noted() {
        String moved = cara.move(booking, other.id())
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"))
                .body("blockId", equalTo(other.id().toString()))
                .body("movedFrom", equalTo(booking))
                .body("price.amount", equalTo(16000))
                .body("difference", equalTo(Map.of("amount", 3000, "currency", "GBP")))
                .body("places", hasSize(6))
                .extract()
                .path("id");

        assertThat(given.taken(block)).containsExactly(0, 0);
        assertThat(given.taken(other)).containsExactly(2, 2, 2);
        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cameBack.amount", equalTo(13000));
        assertThat(given.facts("booking.changed", UUID.fromString(moved))).hasSize(1);
        assertThat(given.facts("booking.changed", UUID.fromString(booking))).hasSize(1);
    }

    @Test
    void what_was_already_made_up_for_is_not_paid_back() {
        String missed = cara.asks().get("/v1/bookings/" + booking).path("places[0].id");
        cara.absent(missed).then().statusCode(200);

        cara.move(booking, other.id()).then().statusCode(201).body("difference.amount", equalTo(16000 - 9750));
    }

    @Test
    void when_the_other_block_is_full_nothing_changes() {
        Carer omar = Carer.fresh();
        omar.bookSession(other.session(2), omar.child("Zoe", 10)).then().statusCode(201);

        refused(cara.move(booking, other.id()), 409, "session-full");

        assertThat(given.taken(block)).containsExactly(2, 2);
        assertThat(given.taken(other)).containsExactly(0, 0, 1);
        cara.asks().get("/v1/bookings/" + booking).then().body("state", equalTo("CONFIRMED"));
    }

    @Test
    void only_another_block_of_the_same_course_will_do() {
        refused(cara.move(booking, given.block().ofSessions(1).published().id()), 409, "another-course");
        refused(cara.move(booking, UUID.randomUUID()), 404, "not-found");
        assertThat(given.taken(block)).containsExactly(2, 2);
    }

    @Test
    void what_is_paid_in_another_currency_will_not_do() {
        TaughtBlock abroad =
                given.block().ofTheCourseOf(block).ofSessions(1).paidIn("EUR").published();

        refused(cara.move(booking, abroad.id()), 409, "another-currency");
        assertThat(given.taken(block)).containsExactly(2, 2);
    }

    @Test
    void the_children_have_to_be_of_age_there() {
        TaughtBlock elder =
                given.block().ofTheCourseOf(block).ofSessions(1).ages(20, 40).published();

        refused(cara.move(booking, elder.id()), 409, "child-too-young");
    }

    @Test
    void when_the_block_has_begun_it_is_too_late() {
        TestClock.set(Given.FIRST_START);

        refused(cara.move(booking, other.id()), 409, "too-late-to-move");
    }

    @Test
    void one_session_or_a_cancelled_booking_is_not_moved() {
        UUID tom = cara.child("Tom", 10);
        String dropIn = cara.bookSession(block.session(0), tom).path("id");
        refused(cara.move(dropIn, other.id()), 409, "not-a-block-booking");
        cara.cancel(booking).then().statusCode(200);

        refused(cara.move(booking, other.id()), 409, "booking-cancelled");
        refused(Carer.fresh().move(booking, other.id()), 404, "not-found");
    }

    @Test
    void moving_at_once_moves_once() {
        List<Integer> answers =
                Race.of(6, i -> () -> cara.move(booking, other.id()).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(given.taken(block)).containsExactly(0, 0);
        assertThat(given.taken(other)).containsExactly(2, 2, 2);
    }

    @Test
    void families_that_change_places_with_each_other_never_block_each_other() {
        TaughtBlock one = given.block().ofTheCourseOf(block).published();
        TaughtBlock two = given.block().ofTheCourseOf(block).published();
        Carer omar = Carer.fresh();
        UUID zoe = omar.child("Zoe", 10);
        given.known(zoe);
        cara.cancel(booking);
        booking = cara.bookBlock(one.id(), mia).path("id");
        String theirs = omar.bookBlock(two.id(), zoe).path("id");

        for (int round = 0; round < 5; round++) {
            String mine = booking;
            String yours = theirs;
            UUID here = (round % 2 == 0 ? two : one).id();
            UUID there = (round % 2 == 0 ? one : two).id();

            List<Response> answers = Race.of(2, i -> () -> i == 0 ? cara.move(mine, here) : omar.move(yours, there));

            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            booking = answers.get(0).path("id");
            theirs = answers.get(1).path("id");
        }
        assertThat(given.taken(one)).containsOnly(1);
        assertThat(given.taken(two)).containsOnly(1);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
