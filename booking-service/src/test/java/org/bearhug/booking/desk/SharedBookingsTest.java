package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bookings that are made by one statement: each ends as if they had come one after the other. */
@QuarkusTest
class SharedBookingsTest {

    @Inject
    Given given;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void all_of_one_statement_are_written_whole_and_committed_at_once() {
        TaughtBlock block = given.block().ofSessions(2).published();
        TaughtBlock other = given.block().ofSessions(1).published();
        List<PlainFamily> families = PlainFamily.some(given, 3);
        PlainBooking whole = families.get(0).block(block);
        PlainBooking dropIn = families.get(1).session(block.session(1));
        PlainBooking elsewhere = families.get(2).block(other);

        assertThat(Plainly.together(whole, dropIn, elsewhere)).containsOnly("201");

        assertThat(given.taken(block)).containsExactly(1, 2);
        assertThat(given.taken(other)).containsExactly(1);
        for (PlainBooking asked : List.of(whole, dropIn, elsewhere)) {
            assertThat(count(
                            "SELECT count(*) FROM idempotency_record WHERE key = ?",
                            asked.claim().key()))
                    .isEqualTo(1);
            assertThat(count("SELECT count(*) FROM money_entry WHERE booking_id = ?", asked.id()))
                    .isEqualTo(1);
            assertThat(count("SELECT count(*) FROM payment WHERE booking_id = ? AND state = 'DUE'", asked.id()))
                    .isEqualTo(1);
            assertThat(count(
                            "SELECT count(*) FROM outbox o JOIN place p ON p.id = o.aggregateid"
                                    + " WHERE p.booking_id = ? AND o.type = 'place.confirmed'",
                            asked.id()))
                    .isEqualTo(count("SELECT count(*) FROM place WHERE booking_id = ?", asked.id()));
        }
        assertThat(count(
                        "SELECT count(DISTINCT xmin::text) FROM booking WHERE id IN (?, ?, ?)",
                        whole.id(),
                        dropIn.id(),
                        elsewhere.id()))
                .isEqualTo(1);
        assertThat(given.facts("seats.changed", block.session(1))).last().satisfies(fact -> assertThat(
                        String.valueOf(fact.get("payload")))
                .contains("\"taken\": 2", "\"capacity\": 12", "\"seatsLeft\": 10"));
    }

    @Test
    void one_refusal_does_not_refuse_its_neighbours() {
        TaughtBlock block = given.block().ofSessions(1).seats(2).ages(4, 30).published();
        PlainFamily first = PlainFamily.some(given, 1).get(0);
        Carer parent = Carer.fresh();
        UUID tooOld = parent.child("Max", 60);
        PlainFamily stranger = new PlainFamily(Carer.fresh(), first.child());
        PlainFamily second = PlainFamily.some(given, 1).get(0);
        PlainFamily third = PlainFamily.some(given, 1).get(0);
        given.known(tooOld);

        List<String> answers = Plainly.together(
                first.block(block),
                new PlainFamily(parent, tooOld).block(block),
                stranger.block(block),
                first.session(UUID.randomUUID()),
                second.session(block.session(0)),
                third.block(block));

        assertThat(answers).containsExactly("201", "child-too-old", "not-found", "not-found", "201", "session-full");
        assertThat(given.taken(block)).containsExactly(2);
    }

    @Test
    void the_last_seat_goes_to_who_came_first() {
        for (int round = 0; round < 10; round++) {
            TaughtBlock block = given.block().ofSessions(1).seats(1).published();
            List<PlainFamily> families = PlainFamily.some(given, 3);

            assertThat(Plainly.together(
                            families.get(0).block(block),
                            families.get(1).block(block),
                            families.get(2).block(block)))
                    .containsExactly("201", "session-full", "session-full");
            assertThat(given.places(block)).containsExactly(1L);
        }
    }

    /** The second keeps no seat for itself of what it does not get as a whole. */
    @Test
    void a_block_that_does_not_fit_leaves_its_other_seats_to_who_comes_after_it() {
        TaughtBlock block = given.block().ofSessions(2).seats(1).published();
        List<PlainFamily> families = PlainFamily.some(given, 4);

        List<String> answers = Plainly.together(
                families.get(0).session(block.session(0)),
                families.get(1).block(block),
                families.get(2).session(block.session(1)),
                families.get(3).session(block.session(1)));

        assertThat(answers).containsExactly("201", "session-full", "201", "session-full");
        assertThat(given.taken(block)).containsExactly(1, 1);
    }

    @Test
    void the_same_child_twice_gets_one_place() {
        TaughtBlock block = given.block().ofSessions(2).published();
        List<PlainFamily> families = PlainFamily.some(given, 2);
        PlainFamily family = families.get(0);

        assertThat(Plainly.together(
                        family.session(block.session(1)),
                        family.block(block),
                        families.get(1).block(block),
                        family.session(block.session(1)),
                        family.session(block.session(0))))
                .containsExactly("201", "already-booked", "201", "already-booked", "201");
        assertThat(given.places(block)).containsExactly(2L, 2L);
    }

    @Test
    void a_seat_held_for_the_same_child_is_taken_up_and_one_that_others_hold_is_not() {
        TaughtBlock block = given.block().ofSessions(1).seats(2).published();
        List<PlainFamily> families = PlainFamily.some(given, 3);
        families.get(0)
                .carer()
                .holdBlock(block.id(), families.get(0).child())
                .then()
                .statusCode(201);

        assertThat(Plainly.together(
                        families.get(1).block(block),
                        families.get(2).block(block),
                        families.get(0).block(block)))
                .containsExactly("201", "session-full", "201");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 2);
    }

    @Test
    void what_is_known_is_not_believed_when_it_has_changed() {
        TaughtBlock block = given.block().ofSessions(1).published();
        List<PlainFamily> families = PlainFamily.some(given, 3);
        assertThat(Plainly.together(families.get(0).session(block.session(0)))).containsExactly("201");

        block.changed(0, 2, Map.of("dropInPrice", Map.of("amount", 1900, "currency", "GBP")));
        PlainBooking dearer = families.get(1).session(block.session(0));
        assertThat(Plainly.together(dearer)).containsExactly("201");
        block.changed(0, 3, Map.of("state", "CANCELLED"));

        assertThat(Plainly.together(families.get(2).session(block.session(0)))).containsExactly("sales-closed");
        assertThat(given.sql().<Long>one("SELECT amount FROM booking WHERE id = ?", dearer.id()))
                .isEqualTo(1900);
    }

    @Test
    void an_erased_child_that_was_known_is_not_booked() {
        TaughtBlock block = given.block().ofSessions(2).published();
        PlainFamily family = PlainFamily.some(given, 1).get(0);
        assertThat(Plainly.together(family.session(block.session(0)))).containsExactly("201");

        family.carer().erase(family.child(), 2);
        given.known(family.child(), 2);

        assertThat(Plainly.together(family.session(block.session(1)))).containsExactly("not-found");
        assertThat(given.places(block)).containsExactly(0L, 0L);
    }

    private long count(String query, Object... parameters) {
        return given.sql().<Long>one(query, parameters);
    }
}
