package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session in the place of a missed one. */
@QuarkusTest
class MakeUpTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private TaughtBlock other;
    private UUID mia;
    private String credit;

    @BeforeEach
    void a_credit() {
        given.a_week_before();
        block = given.block().ofSessions(2).makesUp(2, 1).published();
        other = given.block()
                .ofTheCourseOf(block)
                .ofSessions(3)
                .seats(1)
                .withoutDropIn()
                .published();
        mia = cara.child("Mia", 10);
        given.known(mia);
        String place = cara.bookBlock(block.id(), mia).path("places[0].id");
        credit = cara.absent(place).then().statusCode(200).extract().path("id");
    }

    @Test
    void one_call_books_another_session_of_the_course_for_nothing() {
        String booking = cara.makeUp(credit, other.session(0))
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"))
                .body("price.amount", equalTo(0))
                .body("places.childId", contains(mia.toString()))
                .extract()
                .path("id");

        assertThat(given.taken(other)).containsExactly(1, 0, 0);
        cara.asks()
                .get("/v1/credits")
                .then()
                .body("items[0].state", equalTo("USED"))
                .body("items[0].bookingId", equalTo(booking));
        refused(cara.makeUp(credit, other.session(1)), 409, "credit-used");
    }

    @Test
    void it_is_valid_for_some_weeks() {
        // One week after 10 March at ten: the second session begins just then, the third later.
        cara.makeUp(credit, other.session(2)).then().statusCode(409).body("code", equalTo("credit-expired"));
        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(7)).minusSeconds(1));
        cara.makeUp(credit, other.session(1)).then().statusCode(201);
    }

    @Test
    void after_that_it_is_shown_as_expired() {
        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(7)));

        cara.asks().get("/v1/credits").then().body("items[0].state", equalTo("EXPIRED"));
        refused(cara.makeUp(credit, other.session(2)), 409, "credit-expired");
    }

    @Test
    void another_course_is_not_what_it_is_for() {
        refused(cara.makeUp(credit, given.block().ofSessions(1).published().session(0)), 409, "another-course");
    }

    @Test
    void the_child_has_to_be_of_age() {
        TaughtBlock elder =
                given.block().ofTheCourseOf(block).ofSessions(1).ages(20, 40).published();

        refused(cara.makeUp(credit, elder.session(0)), 409, "child-too-young");
    }

    @Test
    void a_full_session_stays_full() {
        Carer omar = Carer.fresh();
        omar.bookBlock(other.id(), omar.child("Zoe", 10)).then().statusCode(201);

        refused(cara.makeUp(credit, other.session(0)), 409, "session-full");
        cara.asks().get("/v1/credits").then().body("items[0].state", equalTo("USABLE"));
    }

    @Test
    void another_carers_credit_is_not_there() {
        refused(Carer.fresh().makeUp(credit, other.session(0)), 404, "not-found");
        refused(cara.makeUp(UUID.randomUUID().toString(), other.session(0)), 404, "not-found");
        refused(cara.makeUp(credit, UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void a_session_that_began_is_not_made_up_with() {
        TestClock.set(Given.FIRST_START);

        refused(cara.makeUp(credit, other.session(0)), 409, "sales-closed");
    }

    @Test
    void who_cancels_the_session_in_its_place_has_the_credit_again() {
        String booking = cara.makeUp(credit, other.session(0)).path("id");

        cara.cancel(booking).then().statusCode(200).body("cameBack.amount", equalTo(0));

        assertThat(given.taken(other)).containsExactly(0, 0, 0);
        cara.makeUp(credit, other.session(1)).then().statusCode(201);
    }

    @Test
    void what_is_missed_again_is_not_made_up_for_again() {
        String place = cara.makeUp(credit, other.session(0)).path("places[0].id");

        refused(cara.absent(place), 409, "make-up-limit-reached");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
