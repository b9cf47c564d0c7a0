package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldsMeetBookingsTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(1).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    @Test
    void a_new_hold_for_the_same_child_takes_the_place_of_the_old_one() {
        String old = held(cara.holdBlock(block.id(), mia)).getString("id");

        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");

        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        refused(cara.bookHeld(old), 409, "hold-expired");
        cara.bookHeld(hold).then().statusCode(201);
    }

    @Test
    void whoever_books_without_the_hold_uses_it_up() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");

        cara.bookSession(block.session(0), mia).then().statusCode(201);

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        assertThat(given.states(block.session(1))).containsExactly(1, 0, 0);
        refused(cara.bookHeld(hold), 409, "hold-expired");
        assertThat(given.states(block.session(1))).containsExactly(1, 0, 0);
    }

    @Test
    void who_has_a_place_needs_no_hold() {
        cara.bookBlock(block.id(), mia).then().statusCode(201);

        refused(cara.holdSession(block.session(0), mia), 409, "already-booked");
    }

    @Test
    void a_session_that_is_cancelled_meanwhile_is_not_booked() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");
        block.changed(1, 2, Map.of("state", "CANCELLED"));

        refused(cara.bookHeld(hold), 409, "sales-closed");
    }

    @Test
    void held_seats_count_when_a_capacity_is_to_be_lowered() {
        held(cara.holdBlock(block.id(), mia));

        given.agree(Map.of(block.session(0), 0)).then().statusCode(409).body("code", equalTo("capacity-below-taken"));
    }

    private static JsonPath held(Response answer) {
        return answer.then().statusCode(201).extract().jsonPath();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
