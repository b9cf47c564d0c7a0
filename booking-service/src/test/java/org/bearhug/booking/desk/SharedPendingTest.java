package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.payment.StripeProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid by Stripe first is held by one statement with whatever else is booked just then; the page comes after it. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class SharedPendingTest {

    private static final int MOST_HOLDS = 10;

    @Inject
    Given given;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    /** Nobody opens their pages, nor does the job in another test. */
    @AfterEach
    void forget_the_pages() {
        given.sql().change("UPDATE payment SET state = 'EXPIRED' WHERE state = 'OPENING'");
    }

    @Test
    void what_costs_something_is_held_and_what_costs_nothing_is_taken_in_the_order_in_which_they_came() {
        TaughtBlock block = given.block()
                .ofSessions(2)
                .seats(3)
                .pricing(Map.of("minimum", 0))
                .published();
        List<PlainFamily> families = PlainFamily.some(given, 5);
        PlainBooking paid = pays(families.get(0), block, 6500);
        PlainBooking free = pays(families.get(1), block, 0);

        assertThat(Plainly.together(
                        paid,
                        free,
                        pays(families.get(0), block, 6500),
                        pays(families.get(2), block, 100),
                        pays(families.get(3), block, 0),
                        pays(families.get(4), block, 100)))
                .containsExactly("201", "201", "already-booked", "201", "session-full", "session-full");

        for (UUID session : block.sessions()) {
            assertThat(given.states(session)).containsExactly(2, 0, 1);
        }
        assertThat(given.places(block)).containsExactly(1L, 1L);
        assertThat(written(paid)).containsExactly("PENDING_PAYMENT", "STRIPE OPENING 6500", 2L, 2L, 0L);
        assertThat(written(free)).containsExactly("CONFIRMED", null, 0L, 0L, 0L);
        assertThat(given.facts("booking.changed", paid.id())).singleElement().satisfies(fact -> assertThat(
                        String.valueOf(fact.get("payload")))
                .contains("PENDING_PAYMENT", paid.carer().toString()));
        assertThat(given.facts("seats.changed", block.session(0))).last().satisfies(fact -> assertThat(
                        String.valueOf(fact.get("payload")))
                .contains("\"held\": 2", "\"taken\": 1"));
        assertThat(Plainly.together(paid.onceMore(), free.onceMore())).containsExactly("201", "201");
        assertThat(given.states(block.session(0))).containsExactly(2, 0, 1);
    }

    /** Its state, its payment, the seats that are held for it, the shares of its hold, and its lines in the ledger. */
    private List<Object> written(PlainBooking booking) {
        Map<String, Object> row = given.sql()
                .rows(
                        """
                        SELECT state,
                               (SELECT provider || ' ' || state || ' ' || amount FROM payment
                                 WHERE booking_id = b.id AND keeps_seats AND page_ends_at >= until) AS payment,
                               (SELECT count(*) FROM held_seat s JOIN hold h ON h.id = s.hold_id
                                 WHERE s.booking_id = b.id AND h.booking_id = b.id AND NOT s.offered
                                   AND s.expires_at = h.expires_at) AS seats,
                               (SELECT coalesce(sum(cardinality(shares)), 0) FROM hold
                                 WHERE booking_id = b.id
                                   AND amount = (SELECT sum(share) FROM unnest(shares) AS share)) AS shares,
                               (SELECT count(*) FROM money_entry WHERE booking_id = b.id) AS lines
                          FROM booking b WHERE id = ?""",
                        booking.id())
                .get(0);
        return Arrays.asList(
                row.get("state"), row.get("payment"), row.get("seats"), row.get("shares"), row.get("lines"));
    }

    private static PlainBooking pays(PlainFamily family, TaughtBlock block, long amount) {
        return family.asks(new Wanted(block.id(), null, List.of(family.child()), amount, null));
    }

    @Test
    void what_is_held_is_kept_for_longer_and_for_this_booking_alone() {
        TaughtBlock block = given.block().ofSessions(2).seats(1).published();
        List<PlainFamily> families = PlainFamily.some(given, 2);
        String hold = families.get(0).holds(block);
        PlainBooking asked = families.get(0).held(hold);

        assertThat(Plainly.together(
                        families.get(1).block(block), asked, families.get(0).held(hold)))
                .containsExactly("session-full", "201", "not-found");

        assertThat(given.sql()
                        .<Long>one(
                                "SELECT count(*) FROM hold WHERE id = ?::uuid AND booking_id = ?"
                                        + " AND expires_at > held_at + interval '20 minutes'",
                                hold,
                                asked.id()))
                .isEqualTo(1);
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        assertThat(written(asked)).containsExactly("PENDING_PAYMENT", "STRIPE OPENING 6500", 2L, 2L, 0L);
        assertThat(Plainly.together(families.get(0).session(block.session(0)))).containsExactly("already-booked");
    }

    @Test
    void as_much_is_held_for_a_carer_as_may_be_and_what_is_replaced_does_not_count() {
        TaughtBlock block = given.block().ofSessions(MOST_HOLDS + 2).seats(1).published();
        List<PlainFamily> two = PlainFamily.some(given, 2);
        PlainFamily family = two.get(0);
        String first = family.carer()
                .holdSession(block.session(0), family.child())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Plainly.together(two.get(1).session(block.session(MOST_HOLDS + 1))))
                .containsExactly("201");

        // The first of these takes the place of the hold, the last one is one too many, and a full session is told
        // first.
        PlainBooking[] asked = IntStream.rangeClosed(0, MOST_HOLDS + 1)
                .mapToObj(nth -> family.session(block.session(nth)))
                .toArray(PlainBooking[]::new);
        assertThat(Plainly.together(asked))
                .startsWith("201")
                .containsSubsequence("201", "too-many-holds", "session-full")
                .endsWith("session-full")
                .filteredOn("201"::equals)
                .hasSize(MOST_HOLDS);
        assertThat(given.sql().<Long>one("SELECT count(*) FROM held_seat WHERE hold_id = ?::uuid", first))
                .isZero();
    }
}
