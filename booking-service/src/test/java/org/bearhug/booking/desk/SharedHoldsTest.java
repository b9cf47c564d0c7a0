package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held, booked by one statement with whatever else is booked just then. */
@QuarkusTest
class SharedHoldsTest {

    @Inject
    Given given;

    @Inject
    KnownWorld world;

    private List<PlainFamily> families;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        families = PlainFamily.some(given, 3);
    }

    @Test
    void it_is_written_whole_at_the_price_at_which_it_is_held() {
        TaughtBlock block = given.block().ofSessions(2).seats(2).published();
        String hold = families.get(0).holds(block);
        block.tellBlock(2, "PUBLISHED");
        PlainBooking asked = families.get(0).held(hold);

        assertThat(Plainly.together(
                        families.get(1).block(block), asked, families.get(2).block(block)))
                .containsExactly("201", "201", "session-full");

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 2);
        assertThat(given.states(block.session(1))).containsExactly(0, 0, 2);
        assertThat(count("SELECT count(*) FROM hold WHERE id = ?::uuid", hold)).isZero();
        assertThat(count("SELECT count(*) FROM held_seat WHERE hold_id = ?::uuid", hold))
                .isZero();
        assertThat(given.sql()
                        .rows(
                                """
                                SELECT b.state, b.amount, b.children, sum(p.price)::bigint AS shares, count(*) AS places,
                                       (SELECT amount FROM money_entry m WHERE m.booking_id = b.id) AS charged,
                                       (SELECT amount FROM payment d WHERE d.booking_id = b.id AND d.state = 'DUE') AS due
                                  FROM booking b JOIN place p ON p.booking_id = b.id
                                 WHERE b.id = ?
                                 GROUP BY b.id""",
                                asked.id()))
                .containsExactly(Map.of(
                        "state",
                        "CONFIRMED",
                        "amount",
                        6500L,
                        "children",
                        1,
                        "shares",
                        6500L,
                        "places",
                        2L,
                        "charged",
                        6500L,
                        "due",
                        6500L));
        assertThat(given.facts("seats.changed", block.session(0))).last().satisfies(fact -> assertThat(
                        String.valueOf(fact.get("payload")))
                .contains("\"held\": 0", "\"taken\": 2"));
        assertThat(Plainly.together(asked.onceMore())).containsExactly("201");
        assertThat(given.places(block)).containsExactly(2L, 2L);
    }

    @Test
    void it_is_booked_once_and_only_by_who_holds_it() {
        TaughtBlock block = given.block().ofSessions(1).published();
        PlainFamily family = families.get(0);
        String hold = family.holds(block);

        assertThat(Plainly.together(
                        families.get(1).held(hold),
                        family.held(UUID.randomUUID().toString()),
                        family.held(hold),
                        family.held(hold)))
                .containsExactly("not-found", "not-found", "201", "not-found");
        assertThat(Plainly.together(family.held(hold))).containsExactly("not-found");
        assertThat(given.places(block)).containsExactly(1L);
    }

    @Test
    void what_the_same_family_books_first_is_no_longer_held() {
        TaughtBlock block = given.block().ofSessions(2).published();
        PlainFamily family = families.get(0);
        String hold = family.holds(block);

        assertThat(Plainly.together(family.session(block.session(1)), family.held(hold)))
                .containsExactly("201", "hold-expired");
        assertThat(given.places(block)).containsExactly(0L, 1L);
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
    }

    @Test
    void what_is_over_is_refused_until_it_was_extended() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String over = families.get(0).holds(block);
        String extended = families.get(1).holds(block);
        families.get(1)
                .carer()
                .asks()
                .post("/v1/holds/" + extended + "/extend")
                .then()
                .statusCode(200);
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofMinutes(16)));

        assertThat(Plainly.together(families.get(0).held(over), families.get(1).held(extended)))
                .containsExactly("hold-expired", "201");
        assertThat(given.taken(block)).containsExactly(1);
    }

    @Test
    void what_was_let_go_or_cancelled_meanwhile_is_refused() {
        TaughtBlock block = given.block().ofSessions(1).published();
        TaughtBlock cancelled = given.block().ofSessions(1).published();
        String letGo = families.get(0).holds(block);
        String ofCancelled = families.get(1).holds(cancelled);
        families.get(0).carer().asks().delete("/v1/holds/" + letGo).then().statusCode(204);
        cancelled.changed(0, 2, Map.of("state", "CANCELLED"));

        assertThat(Plainly.together(
                        families.get(0).held(letGo),
                        families.get(1).held(ofCancelled),
                        families.get(2).block(block)))
                .containsExactly("not-found", "sales-closed", "201");
    }

    @Test
    void its_voucher_is_used_by_the_booking_then() {
        String code = "S" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        given.voucher(Map.of("code", code, "percent", 50, "uses", 2));
        TaughtBlock block = given.block().ofSessions(1).published();
        String hold = families.get(0).holds(block, code);
        String lost = families.get(1).holds(block, code);
        given.sql().change("DELETE FROM voucher_use WHERE hold_id = ?::uuid", lost);
        PlainBooking asked = families.get(0).held(hold);

        assertThat(Plainly.together(asked, families.get(1).held(lost))).containsExactly("201", "hold-expired");

        assertThat(given.sql().<Long>one("SELECT amount FROM booking WHERE id = ?", asked.id()))
                .isEqualTo(3250);
        assertThat(count(
                        "SELECT count(*) FROM voucher_use WHERE booking_id = ? AND hold_id IS NULL AND expires_at IS NULL",
                        asked.id()))
                .isEqualTo(1);
    }

    /** As after a restart, or when it was held by another instance. */
    @Test
    void what_is_not_remembered_is_read() {
        TaughtBlock block = given.block().ofSessions(2).published();
        String hold = families.get(0).holds(block);
        world.forget(List.of(UUID.fromString(hold)));

        assertThat(Plainly.together(families.get(0).held(hold), families.get(1).block(block)))
                .containsExactly("201", "201");
        assertThat(given.taken(block)).containsExactly(2, 2);
    }

    @Test
    void what_is_offered_to_a_family_in_line_is_no_hold_of_theirs() {
        TaughtBlock block = given.block().ofSessions(1).seats(1).published();
        PlainFamily waiting = families.get(1);
        String first = families.get(0)
                .carer()
                .bookBlock(block.id(), families.get(0).child())
                .path("id");
        waiting.carer().waitFor(block.id(), waiting.child()).then().statusCode(201);
        families.get(0).carer().cancel(first).then().statusCode(200);
        await().until(() -> offer(waiting.carer()) != null);

        assertThat(Plainly.together(waiting.held(offer(waiting.carer())))).containsExactly("not-found");
        assertThat(given.states(block.session(0))).containsExactly(0, 1, 0);
    }

    private String offer(Carer carer) {
        return given.sql().one("SELECT id::text FROM hold WHERE carer_id = ? AND offered", carer.id());
    }

    private long count(String query, Object... parameters) {
        return given.sql().<Long>one(query, parameters);
    }
}
