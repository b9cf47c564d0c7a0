package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions in the place of missed ones, booked by one statement with whatever else is booked just then. */
@QuarkusTest
class SharedCreditsTest {

    @Inject
    Given given;

    @Inject
    KnownWorld world;

    @Inject
    Meanwhile meanwhile;

    private List<PlainFamily> families;
    private PlainFamily family;
    private TaughtBlock other;
    private String credit;

    @BeforeEach
    void a_credit() {
        given.a_week_before();
        families = PlainFamily.some(given, 3);
        family = families.get(0);
        TaughtBlock block = given.block().ofSessions(1).makesUp(1, 6).published();
        other = given.block().ofTheCourseOf(block).ofSessions(3).seats(3).published();
        credit = family.misses(block);
    }

    @Test
    void it_is_written_whole_and_costs_nothing() {
        PlainBooking asked = family.makesUp(credit, other.session(1));

        assertThat(Plainly.together(
                        families.get(1).block(other), asked, families.get(2).block(other)))
                .containsOnly("201");

        assertThat(given.taken(other)).containsExactly(2, 3, 2);
        assertThat(given.sql()
                        .rows(
                                """
                                SELECT b.state, b.amount, b.session_id, p.state AS place, c.id::text AS credit,
                                       (SELECT count(*) FROM money_entry m WHERE m.booking_id = b.id) AS charges,
                                       (SELECT count(*) FROM payment d WHERE d.booking_id = b.id) AS dues,
                                       (SELECT count(*) FROM outbox o WHERE o.aggregateid = p.id) AS facts
                                  FROM booking b JOIN place p ON p.booking_id = b.id JOIN make_up_credit c ON c.booking_id = b.id
                                 WHERE b.id = ?""",
                                asked.id()))
                .containsExactly(Map.of(
                        "state",
                        "CONFIRMED",
                        "amount",
                        0L,
                        "session_id",
                        other.session(1),
                        "place",
                        "CONFIRMED",
                        "credit",
                        credit,
                        "charges",
                        0L,
                        "dues",
                        0L,
                        "facts",
                        1L));
        assertThat(Plainly.together(asked.onceMore())).containsExactly("201");
        assertThat(given.taken(other)).containsExactly(2, 3, 2);
    }

    @Test
    void of_two_with_one_credit_the_first_wins_and_its_neighbours_are_not_touched() {
        assertThat(Plainly.together(
                        families.get(1).block(other),
                        family.makesUp(credit, other.session(0)),
                        family.makesUp(credit, other.session(1)),
                        families.get(2).block(other)))
                .containsExactly("201", "201", "credit-used", "201");
        assertThat(given.taken(other)).containsExactly(3, 2, 2);
    }

    @Test
    void who_comes_second_gets_it_when_the_first_is_refused() {
        TaughtBlock full =
                given.block().ofTheCourseOf(other).ofSessions(1).seats(1).published();

        assertThat(Plainly.together(
                        families.get(1).block(full),
                        family.makesUp(credit, full.session(0)),
                        family.makesUp(credit, other.session(1)),
                        family.makesUp(credit, other.session(2))))
                .containsExactly("201", "session-full", "201", "credit-used");
        assertThat(given.taken(other)).containsExactly(0, 1, 0);
    }

    @Test
    void that_it_is_used_is_said_before_all_else_but_to_nobody_elses() {
        TaughtBlock another = given.block().ofSessions(1).published();
        assertThat(Plainly.together(
                        family.makesUp(credit, another.session(0)),
                        family.makesUp(credit, other.session(0)),
                        family.makesUp(credit, another.session(0)),
                        families.get(1).makesUp(credit, another.session(0))))
                .containsExactly("another-course", "201", "credit-used", "not-found");
        assertThat(Plainly.together(
                        family.makesUp(credit, another.session(0)),
                        family.makesUp(credit, UUID.randomUUID()),
                        families.get(1).makesUp(credit, other.session(0)),
                        family.makesUp(UUID.randomUUID().toString(), other.session(0))))
                .containsExactly("credit-used", "credit-used", "not-found", "not-found");
    }

    /** As after a restart, or when the absence was told to another instance. */
    @Test
    void what_is_not_remembered_is_read() {
        world.forget(List.of(UUID.fromString(credit)));

        assertThat(Plainly.together(family.makesUp(credit, other.session(0)))).containsExactly("201");
    }

    /** As when the transaction that earned it was rolled back after all. */
    @Test
    void what_is_remembered_and_is_not_there_is_not_found() {
        given.sql().change("DELETE FROM make_up_credit WHERE id = ?::uuid", credit);

        assertThat(Plainly.together(family.makesUp(credit, other.session(0)))).containsExactly("not-found");
    }

    @Test
    void who_waited_for_it_sees_what_became_of_it_meanwhile() throws Exception {
        PlainBooking first = families.get(1).block(other);
        assertThat(Plainly.together(first)).containsExactly("201");

        assertThat(meanwhile.outcomeAfter(
                        family.makesUp(credit, other.session(0)),
                        "UPDATE make_up_credit SET booking_id = ? WHERE id = ?::uuid",
                        first.id(),
                        credit))
                .isEqualTo("credit-used");
        assertThat(meanwhile.outcomeAfter(
                        family.makesUp(credit, other.session(0)),
                        "UPDATE make_up_credit SET booking_id = NULL WHERE id = ?::uuid",
                        credit))
                .isEqualTo("201");
    }
}
