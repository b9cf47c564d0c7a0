package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PricesTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void two_children_a_week_before() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
    }

    @Test
    void the_price_of_a_booking_is_broken_down_and_its_places_make_it_up() {
        TaughtBlock block = given.block()
                .ofSessions(3)
                .pricing(Map.of("siblingPercent", 20))
                .published();

        String booking = booked(cara.bookBlock(block.id(), mia, ben), 11700)
                .body("price.lines.code", contains("LIST", "SIBLING"))
                .body("price.lines.amount", contains(13000, -1300))
                .body("balance.amount", equalTo(11700))
                .extract()
                .path("id");

        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("price.lines.code", contains("LIST", "SIBLING"))
                .body("price.lines.amount", contains(13000, -1300));
        assertThat(shares(booking, mia)).containsExactly(2167L, 2167L, 2166L);
        assertThat(shares(booking, ben)).containsExactly(1734L, 1733L, 1733L);
    }

    private List<Long> shares(String booking, UUID child) {
        return given
                .sql()
                .rows(
                        """
                        SELECT p.price FROM place p JOIN class_session s ON s.id = p.session_id
                         WHERE p.booking_id = ? AND p.child_id = ? ORDER BY s.starts_at""",
                        UUID.fromString(booking),
                        child)
                .stream()
                .map(row -> (Long) row.get("price"))
                .toList();
    }

    /** London is at winter time then. */
    @ParameterizedTest
    @CsvSource({"2031-03-05T23:59:59Z, 5500, EARLY", "2031-03-06T00:00:00Z, 6500, LIST"})
    void the_early_price_counts_until_the_day_is_over_where_it_is_taught(Instant now, int amount, String code) {
        TaughtBlock block = given.block()
                .ofSessions(1)
                .pricing(Map.of("earlyPrice", 5500, "earlyUntil", "2031-03-05"))
                .published();
        TestClock.set(now);

        booked(cara.bookBlock(block.id(), mia), amount).body("price.lines.code", contains(code));
    }

    @Test
    void who_joins_late_pays_for_the_sessions_to_come() {
        TaughtBlock block =
                given.block().ofSessions(3).pricing(Map.of("proRata", true)).published();
        TestClock.set(Given.FIRST_START);

        booked(cara.bookBlock(block.id(), mia), 4333)
                .body("price.lines.code", contains("LIST", "PRO_RATA"))
                .body("price.lines.amount", contains(6500, -2167))
                .body("places", hasSize(2));

        assertThat(given.taken(block)).containsExactly(0, 1, 1);
        TestClock.set(Given.FIRST_START.plusSeconds(14 * 86400));
        refused(cara.bookBlock(block.id(), ben), 409, "sales-closed");
    }

    @Test
    void a_cancelled_session_is_no_part_of_what_is_sold() {
        TaughtBlock block =
                given.block().ofSessions(3).pricing(Map.of("proRata", true)).published();
        block.changed(1, 2, Map.of("state", "CANCELLED"));
        TestClock.set(Given.FIRST_START);

        booked(cara.bookBlock(block.id(), mia), 3250).body("places", hasSize(1));
    }

    @Test
    void carers_pay_what_they_can() {
        TaughtBlock block =
                given.block().ofSessions(1).pricing(Map.of("minimum", 2000)).published();

        refused(cara.book("k" + UUID.randomUUID(), wish(block, 3999L)), 409, "amount-below-minimum");
        booked(cara.book("k" + UUID.randomUUID(), wish(block, 4000L)), 4000)
                .body("price.lines.code", contains("LIST", "PAY_WHAT_YOU_CAN"))
                .body("price.lines.amount", contains(13000, -9000));
    }

    private Map<String, Object> wish(TaughtBlock block, long amount) {
        return Map.of("blockId", block.id(), "childIds", List.of(mia, ben), "amount", amount);
    }

    @Test
    void a_session_has_a_minimum_and_siblings_too() {
        TaughtBlock block = given.block()
                .ofSessions(2)
                .pricing(Map.of("siblingPercent", 50))
                .published();
        block.changed(1, 2, Map.of("dropInMinimum", Map.of("amount", 0, "currency", "GBP")));

        booked(cara.bookSession(block.session(0), mia, ben), 2250);
        booked(
                cara.book(
                        "k" + UUID.randomUUID(),
                        Map.of("sessionId", block.session(1), "childIds", List.of(mia), "amount", 0)),
                0);
    }

    @Test
    void an_amount_is_named_only_where_one_pays_what_one_can() {
        TaughtBlock block = given.block().ofSessions(1).published();

        refused(cara.book("k" + UUID.randomUUID(), wish(block, 13000L)), 409, "price-is-fixed");
        refused(cara.book("k" + UUID.randomUUID(), wish(block, -1L)), 400, "invalid-request");
        refused(cara.book("k" + UUID.randomUUID(), wish(block, 100_000_001L)), 400, "invalid-request");
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void a_hold_freezes_the_price_with_its_lines() {
        TaughtBlock block = given.block()
                .ofSessions(3)
                .pricing(Map.of("earlyPrice", 5500, "earlyUntil", "2031-03-03", "siblingPercent", 10))
                .published();
        TestClock.set(Instant.parse("2031-03-03T23:50:00Z"));
        String hold = cara.holdBlock(block.id(), mia, ben)
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(10450))
                .body("price.lines.code", contains("EARLY", "SIBLING"))
                .extract()
                .path("id");
        TestClock.set(Instant.parse("2031-03-04T00:01:00Z"));
        cara.asks().post("/v1/holds/" + hold + "/extend").then().body("price.lines.amount", contains(11000, -550));

        String booking = booked(cara.bookHeld(hold), 10450)
                .body("price.lines.code", contains("EARLY", "SIBLING"))
                .extract()
                .path("id");

        assertThat(shares(booking, ben)).containsExactly(1650L, 1650L, 1650L);
    }

    @Test
    void a_price_is_seen_before_and_nothing_is_written() {
        TaughtBlock block = given.block()
                .ofSessions(2)
                .pricing(Map.of("siblingPercent", 10))
                .published();

        cara.asks()
                .get("/v1/price?block=" + block.id() + "&children=2")
                .then()
                .statusCode(200)
                .body("amount", equalTo(12350))
                .body("currency", equalTo("GBP"))
                .body("lines.amount", contains(13000, -650));
        cara.asks().get("/v1/price?session=" + block.session(0)).then().body("amount", equalTo(1500));
        refused(cara.asks().get("/v1/price?session=" + block.session(0) + "&amount=1"), 409, "price-is-fixed");
        refused(cara.asks().get("/v1/price"), 400, "invalid-request");
        refused(cara.asks().get("/v1/price?block=" + block.id() + "&children=7"), 400, "invalid-request");
        refused(cara.asks().get("/v1/price?block=" + UUID.randomUUID()), 404, "not-found");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
    }

    @Test
    void who_shares_one_child_sees_its_share_without_lines() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking =
                booked(cara.bookBlock(block.id(), mia, ben), 13000).extract().path("id");
        Carer omar = Carer.fresh();
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);

        omar.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("price.amount", equalTo(6500))
                .body("price", not(hasKey("lines")));
    }

    private static ValidatableResponse booked(Response answer, int amount) {
        return answer.then().statusCode(201).body("price.amount", equalTo(amount));
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
