package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.pass.Sold;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes pay, booked by one statement with whatever else is booked just then. */
@QuarkusTest
class SharedPassesTest {

    @Inject
    Given given;

    @Inject
    KnownWorld world;

    @Inject
    Meanwhile meanwhile;

    private List<PlainFamily> families;
    private PlainFamily family;
    private TaughtBlock block;

    @BeforeEach
    void a_class() {
        given.a_week_before();
        families = PlainFamily.some(given, 3);
        family = families.get(0);
        block = given.block().ofSessions(3).seats(3).published();
    }

    @Test
    void it_is_written_whole_and_no_money_is_owed() {
        String pass = pass(3);
        PlainBooking asked = family.session(block.session(0), pass);
        PlainBooking held = family.held(
                family.carer().holdSession(block.session(1), family.child()).path("id"), pass);

        assertThat(Plainly.together(
                        families.get(1).block(block),
                        asked,
                        held,
                        families.get(2).block(block)))
                .containsOnly("201");

        assertThat(given.taken(block)).containsExactly(3, 3, 2);
        assertThat(used(pass)).isEqualTo(2);
        for (PlainBooking each : List.of(asked, held)) {
            assertThat(given.sql()
                            .rows(
                                    """
                                    SELECT b.state, b.amount, b.line_codes[2] AS line, b.line_texts[2] AS text, u.units,
                                           (SELECT count(*) FROM money_entry m WHERE m.booking_id = b.id) AS charges,
                                           (SELECT count(*) FROM payment d WHERE d.booking_id = b.id) AS dues
                                      FROM booking b JOIN pass_use u ON u.booking_id = b.id
                                     WHERE b.id = ? AND u.pass_id = ?::uuid""",
                                    each.id(),
                                    pass))
                    .containsExactly(Map.of(
                            "state",
                            "CONFIRMED",
                            "amount",
                            0L,
                            "line",
                            "PASS",
                            "text",
                            "Three sessions",
                            "units",
                            1,
                            "charges",
                            0L,
                            "dues",
                            0L));
        }
        assertThat(Plainly.together(asked.onceMore(), held.onceMore())).containsOnly("201");
        assertThat(used(pass)).isEqualTo(2);
    }

    @Test
    void of_two_with_the_last_unit_the_first_wins_and_its_neighbours_are_not_touched() {
        String pass = pass(1);

        assertThat(Plainly.together(
                        families.get(1).block(block),
                        family.session(block.session(0), pass),
                        family.session(block.session(1), pass),
                        families.get(2).block(block)))
                .containsExactly("201", "201", "pass-used-up", "201");
        assertThat(given.taken(block)).containsExactly(3, 2, 2);
        assertThat(used(pass)).isEqualTo(1);
    }

    @Test
    void who_comes_second_gets_the_last_unit_when_the_first_is_refused() {
        String pass = pass(1);
        TaughtBlock full = given.block().ofSessions(1).seats(1).published();

        assertThat(Plainly.together(
                        families.get(1).block(full),
                        family.session(full.session(0), pass),
                        family.asks(Asking.of(new Wanted(block.id(), null, List.of(family.child())))
                                .paidWith(UUID.fromString(pass))),
                        family.session(block.session(1), pass),
                        family.session(block.session(2), pass)))
                .containsExactly("201", "session-full", "pass-used-up", "201", "pass-used-up");
        assertThat(given.taken(block)).containsExactly(0, 1, 0);
        assertThat(used(pass)).isEqualTo(1);
    }

    /** Each is told the first thing that is wrong, as if it had come alone. */
    @Test
    void what_is_wrong_is_told_in_one_order() {
        String unpaid = family.carer()
                .asks()
                .body(Map.of("offerId", Sold.offer(Map.of())))
                .post("/v1/passes")
                .path("id");
        String returned = pass(1);
        family.carer().asks().post("/v1/passes/" + returned + "/return").then().statusCode(200);
        String good = pass(1);
        given.sql().change("UPDATE pass SET valid_until = ? WHERE id = ?::uuid", at(Given.FIRST_START), good);
        UUID elsewhere = given.block().by(Person.NOOR).ofSessions(1).published().session(0);

        assertThat(Plainly.together(
                        family.session(elsewhere, unpaid),
                        family.session(elsewhere, returned),
                        family.session(elsewhere, good),
                        family.session(block.session(0), good),
                        family.session(block.session(0), UUID.randomUUID().toString()),
                        families.get(1).session(block.session(0), good),
                        family.session(UUID.randomUUID(), unpaid)))
                .containsExactly(
                        "pass-not-paid",
                        "pass-returned",
                        "pass-not-for-this",
                        "pass-expired",
                        "not-found",
                        "not-found",
                        "not-found");
    }

    @Test
    void what_is_held_with_a_voucher_is_not_paid_with_a_pass_and_what_is_over_is_over() {
        String code = "P" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        given.voucher(Map.of("code", code, "percent", 50));
        Carer carer = family.carer();
        String hold = carer.asks()
                .body(Map.of("sessionId", block.session(0), "childIds", List.of(family.child()), "voucher", code))
                .post("/v1/holds")
                .path("id");
        String pass = pass(1);

        assertThat(Plainly.together(
                        family.held(hold, pass),
                        family.held(hold, UUID.randomUUID().toString())))
                .containsOnly("pass-not-for-this");
        given.sql().change("DELETE FROM voucher_use WHERE hold_id = ?::uuid", hold);
        assertThat(Plainly.together(family.held(hold, pass))).containsExactly("hold-expired");
        assertThat(used(pass)).isZero();
    }

    @Test
    void who_waited_for_it_sees_what_became_of_it_meanwhile() throws Exception {
        String pass = pass(1);
        UUID id = UUID.fromString(pass);

        assertThat(meanwhile.outcomeAfter(
                        family.session(block.session(0), pass), "UPDATE pass SET used = 1 WHERE id = ?", id))
                .isEqualTo("pass-used-up");
        assertThat(meanwhile.outcomeAfter(
                        family.session(block.session(0), pass),
                        """
                        WITH pass AS (UPDATE pass SET used = 0 WHERE id = ? RETURNING id)
                        INSERT INTO money_entry (pass_id, kind, amount, currency, reason, entered_at)
                        SELECT id, 'REFUND', 4000, 'GBP', 'dispute-lost', now() FROM pass""",
                        id))
                .isEqualTo("pass-not-paid");
        assertThat(meanwhile.outcomeAfter(
                        family.session(block.session(0), pass),
                        """
                        WITH pass AS (UPDATE pass SET used = 0 WHERE id = ? RETURNING id)
                        INSERT INTO money_entry (pass_id, kind, amount, currency, reason, entered_at)
                        SELECT id, 'PAYMENT', -4000, 'GBP', 'paid-by-hand', now() FROM pass""",
                        id))
                .isEqualTo("201");
        assertThat(used(pass)).isEqualTo(1);
    }

    @Test
    void an_old_title_is_not_written_down_and_what_is_not_remembered_is_read() {
        String pass = pass(3);
        assertThat(Plainly.together(family.session(block.session(0), pass))).containsExactly("201");
        given.sql().change("UPDATE pass SET title = 'A former pass' WHERE id = ?::uuid", pass);
        PlainBooking second = family.session(block.session(1), pass);
        assertThat(Plainly.together(second)).containsExactly("201");
        assertThat(given.sql().<String>one("SELECT line_texts[2] FROM booking WHERE id = ?", second.id()))
                .isEqualTo("A former pass");

        world.forget(List.of(UUID.fromString(pass)));
        assertThat(Plainly.together(family.session(block.session(2), pass))).containsExactly("201");
    }

    private String pass(int units) {
        return Sold.bought(family.carer(), Sold.offer(Map.of("units", units)));
    }

    private int used(String pass) {
        return given.sql().one("SELECT used FROM pass WHERE id = ?::uuid", pass);
    }

    private static java.sql.Timestamp at(java.time.Instant time) {
        return java.sql.Timestamp.from(time);
    }
}
