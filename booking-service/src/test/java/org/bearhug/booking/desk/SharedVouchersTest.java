package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What vouchers reduce, booked by one statement with whatever else is booked just then. */
@QuarkusTest
class SharedVouchersTest {

    @Inject
    Given given;

    @Inject
    Meanwhile meanwhile;

    private final String code = "G" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private List<PlainFamily> families;
    private PlainFamily family;
    private TaughtBlock block;

    @BeforeEach
    void a_class() {
        given.a_week_before();
        families = PlainFamily.some(given, 4);
        family = families.get(0);
        block = given.block().ofSessions(2).seats(4).published();
    }

    @Test
    void it_is_written_whole_at_the_price_that_the_voucher_makes() {
        String voucher = voucher(Map.of());
        PlainBooking asked = family.block(block, code.toLowerCase(Locale.ROOT));

        assertThat(Plainly.together(
                        families.get(1).block(block), asked, families.get(2).block(block)))
                .containsOnly("201");

        assertThat(given.sql()
                        .rows(
                                """
                                SELECT b.amount, b.line_codes[2] AS line, b.line_texts[2] AS text,
                                       (SELECT sum(price)::bigint FROM place p WHERE p.booking_id = b.id) AS shares,
                                       (SELECT amount FROM money_entry m WHERE m.booking_id = b.id) AS charged,
                                       (SELECT amount FROM payment d WHERE d.booking_id = b.id AND d.state = 'DUE') AS due,
                                       u.carer_id = b.carer_id AND u.hold_id IS NULL AND u.expires_at IS NULL AS used
                                  FROM booking b JOIN voucher_use u ON u.booking_id = b.id
                                 WHERE b.id = ? AND u.voucher_id = ?::uuid AND u.child_ids = ARRAY[?::uuid]""",
                                asked.id(),
                                voucher,
                                family.child()))
                .containsExactly(Map.of(
                        "amount", 3250L, "line", "VOUCHER", "text", code, "shares", 3250L, "charged", 3250L, "due",
                        3250L, "used", true));
        assertThat(used(voucher)).isEqualTo(1);
        assertThat(Plainly.together(asked.onceMore())).containsExactly("201");
        assertThat(used(voucher)).isEqualTo(1);
    }

    @Test
    void of_two_with_the_last_use_the_first_wins_and_its_neighbours_are_not_touched() {
        String voucher = voucher(Map.of("uses", 1));

        assertThat(Plainly.together(
                        families.get(3).block(block),
                        family.block(block, code),
                        families.get(1).block(block, code),
                        families.get(2).block(block)))
                .containsExactly("201", "201", "voucher-used-up", "201");
        assertThat(given.taken(block)).containsExactly(3, 3);
        assertThat(used(voucher)).isEqualTo(1);
        assertThat(Plainly.together(families.get(1).block(block, code))).containsExactly("voucher-used-up");
    }

    @Test
    void who_comes_second_gets_the_last_use_when_the_first_is_refused() {
        String voucher = voucher(Map.of("uses", 1));
        TaughtBlock full = given.block().ofSessions(1).seats(1).published();

        assertThat(Plainly.together(
                        families.get(3).block(full),
                        family.block(full, code),
                        families.get(1).block(block, code),
                        families.get(2).block(block, code)))
                .containsExactly("201", "session-full", "201", "voucher-used-up");
        assertThat(used(voucher)).isEqualTo(1);
    }

    @Test
    void each_family_uses_it_so_often_and_other_families_besides() {
        String voucher = voucher(Map.of("usesPerFamily", 1));
        UUID shared = family.child();
        PlainFamily other = families.get(1);
        family.carer()
                .share(shared, "Mia", 10, 2, family.carer().id(), other.carer().id());
        given.known(shared, 2);

        assertThat(Plainly.together(
                        family.session(block.session(0), shared, code),
                        other.session(block.session(1), shared, code),
                        families.get(2).block(block, code),
                        families.get(3).block(block, code)))
                .containsExactly("201", "voucher-used-up", "201", "201");
        assertThat(used(voucher)).isEqualTo(3);
        PlainBooking again = family.session(block.session(1), shared, code);
        assertThat(Plainly.together(again)).containsExactly("voucher-used-up");
        assertThat(again.answer())
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("Your family");
    }

    @Test
    void uses_of_holds_that_are_over_or_replaced_are_free_again_but_only_for_who_gets_a_booking() {
        String voucher = voucher(Map.of("uses", 1));
        family.holds(block, code);

        assertThat(Plainly.together(families.get(1).block(block, code))).containsExactly("voucher-used-up");
        assertThat(Plainly.together(family.block(block, code))).containsExactly("201");
        assertThat(used(voucher)).isEqualTo(1);

        String second = voucher(Map.of("code", code + "-2", "uses", 1));
        String hold = families.get(1).holds(block, code + "-2");
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofMinutes(16)));
        assertThat(Plainly.together(families.get(2).session(UUID.randomUUID(), family.child(), code + "-2")))
                .containsExactly("not-found");
        assertThat(count("SELECT count(*) FROM voucher_use WHERE hold_id = ?::uuid", hold))
                .isEqualTo(1);
        assertThat(Plainly.together(
                        families.get(2).block(block, code + "-2"),
                        families.get(3).block(block, code + "-2")))
                .containsExactly("201", "voucher-used-up");
        assertThat(count("SELECT count(*) FROM voucher_use WHERE voucher_id = ?::uuid", second))
                .isEqualTo(1);
        assertThat(used(second)).isEqualTo(1);
    }

    /** Each is told the first thing that is wrong, as if it had come alone. */
    @Test
    void what_is_wrong_is_told_in_one_order() {
        voucher(Map.of("uses", 1));
        voucher(Map.of(
                "code",
                code + "-OLD",
                "validUntil",
                Given.A_WEEK_BEFORE.minusSeconds(1).toString()));
        voucher(Map.of(
                "code",
                code + "-NEW",
                "validFrom",
                Given.A_WEEK_BEFORE.plusSeconds(1).toString()));
        voucher(Map.of("code", code + "-OTHER", "courseIds", List.of(UUID.randomUUID())));
        voucher(Map.of("code", code + "-ANY"));

        assertThat(Plainly.together(
                        family.asks(new Wanted(block.id(), null, List.of(family.child()), 5L, code)),
                        family.block(block, code),
                        families.get(1)
                                .asks(new Wanted(
                                        block.id(),
                                        null,
                                        List.of(families.get(1).child()),
                                        5L,
                                        code)),
                        families.get(1)
                                .asks(new Wanted(
                                        block.id(),
                                        null,
                                        List.of(families.get(1).child()),
                                        5L,
                                        code + "-ANY")),
                        families.get(1).block(block, code + "-OLD"),
                        families.get(1).block(block, code + "-NEW"),
                        families.get(1).block(block, code + "-OTHER"),
                        families.get(1).block(block, code + "-NONE"),
                        families.get(1).session(block.session(0), family.child(), code + "-NONE")))
                .containsExactly(
                        "price-is-fixed",
                        "201",
                        "voucher-used-up",
                        "price-is-fixed",
                        "voucher-expired",
                        "voucher-not-yet-valid",
                        "voucher-not-for-this",
                        "voucher-unknown",
                        "not-found");
    }

    @Test
    void one_that_was_withdrawn_is_unknown_though_it_is_remembered() {
        String voucher = voucher(Map.of());
        assertThat(Plainly.together(family.block(block, code))).containsExactly("201");
        given.sql().change("UPDATE voucher SET withdrawn_at = now() WHERE id = ?::uuid", voucher);
        assertThat(Plainly.together(families.get(1).block(block, code))).containsExactly("voucher-unknown");

        voucher(Map.of("percent", 10));
        PlainBooking asked = families.get(1).block(block, code);
        assertThat(Plainly.together(asked)).containsExactly("201");
        assertThat(given.sql().<Long>one("SELECT amount FROM booking WHERE id = ?", asked.id()))
                .isEqualTo(5850);
    }

    @Test
    void who_waited_for_it_sees_what_became_of_it_meanwhile() throws Exception {
        UUID voucher = UUID.fromString(voucher(Map.of("uses", 2, "usesPerFamily", 1)));
        String use =
                """
                WITH voucher AS (UPDATE voucher SET used = used + 1 WHERE id = ? RETURNING id)
                INSERT INTO voucher_use (voucher_id, carer_id, child_ids, hold_id, expires_at)
                SELECT id, ?, '{}', uuidv7(), CAST(? AS timestamptz) FROM voucher""";
        String later = Given.A_WEEK_BEFORE.plus(Duration.ofDays(1)).toString();

        assertThat(meanwhile.outcomeAfter(
                        family.block(block, code), use, voucher, family.carer().id(), later))
                .isEqualTo("voucher-used-up");
        assertThat(meanwhile.outcomeAfter(families.get(1).block(block, code), use, voucher, UUID.randomUUID(), later))
                .isEqualTo("voucher-used-up");
        assertThat(meanwhile.outcomeAfter(
                        families.get(1).block(block, code),
                        """
                        WITH gone AS (DELETE FROM voucher_use WHERE voucher_id = ? AND carer_id = ? RETURNING voucher_id)
                        UPDATE voucher SET used = used - 1 WHERE id IN (SELECT voucher_id FROM gone)""",
                        voucher,
                        family.carer().id()))
                .isEqualTo("201");
        assertThat(used(voucher.toString())).isEqualTo(2);
    }

    private String voucher(Map<String, ?> changes) {
        Map<String, Object> wish = new HashMap<>(Map.of("code", code, "percent", 50));
        wish.putAll(changes);
        return given.voucher(wish);
    }

    private int used(String voucher) {
        return given.sql().one("SELECT used FROM voucher WHERE id = ?::uuid", voucher);
    }

    private long count(String query, Object... parameters) {
        return given.sql().<Long>one(query, parameters);
    }
}
