package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whatever the code does. */
@QuarkusTest
class SeatsConstraintsTest {

    @Inject
    Given given;

    private TaughtBlock block;

    @BeforeEach
    void a_place_in_a_session() {
        given.a_week_before();
        block = given.block().ofSessions(1).seats(1).published();
        Carer cara = Carer.fresh();
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);
    }

    @Test
    void more_seats_than_the_capacity() {
        refused("UPDATE seats SET taken = 2 WHERE session_id = ?", "never_more_seats_than_the_capacity");
    }

    @Test
    void more_seats_held_or_offered_than_are_left() {
        refused("UPDATE seats SET held = 1 WHERE session_id = ?", "never_more_seats_than_the_capacity");
        refused("UPDATE seats SET offered = 1 WHERE session_id = ?", "never_more_seats_than_the_capacity");
    }

    @Test
    void less_than_no_seat() {
        refused("UPDATE seats SET taken = -1 WHERE session_id = ?", "never_less_than_no_seat");
        refused("UPDATE seats SET held = -1 WHERE session_id = ?", "never_less_than_no_seat");
        refused("UPDATE seats SET offered = -1 WHERE session_id = ?", "never_less_than_no_seat");
    }

    @Test
    void a_capacity_below_what_is_taken() {
        refused(
                "UPDATE seats SET intended = 0, capacity = 0 WHERE session_id = ?",
                "never_more_seats_than_the_capacity");
    }

    @Test
    void two_places_of_a_child_in_a_session() {
        refused(
                """
                INSERT INTO place (booking_id, session_id, child_id, carer_id, state, taken_at)
                SELECT booking_id, session_id, child_id, carer_id, state, taken_at FROM place WHERE session_id = ?""",
                "one_active_place_per_child_and_session");
    }

    @Test
    void a_released_place_without_its_time() {
        refused("UPDATE place SET state = 'RELEASED' WHERE session_id = ?", "released_at_some_time");
    }

    private void refused(String statement, String constraint) {
        assertThatThrownBy(() -> given.sql().change(statement, block.session(0)))
                .hasStackTraceContaining(constraint);
    }
}
