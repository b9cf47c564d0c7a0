package org.bearhug.booking.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.WaitingFamily;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes and vouchers pay beside a single session: whole blocks, what is held, and what is offered to a family in line. */
@QuarkusTest
class PassBookingsTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void a_class_of_three_sessions_and_two_children() {
        given.a_week_before();
        block = given.block().ofSessions(3).seats(2).refunds(7, 2, 50).published();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
    }

    @Test
    void a_block_takes_a_unit_for_each_child_in_each_session_or_none() {
        String pass = pass(7);
        String booking = cara.book("k", Map.of("blockId", block.id(), "childIds", List.of(mia, ben), "passId", pass))
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(0))
                .body("price.lines.code", contains("LIST", "PASS"))
                .body("places.size()", equalTo(6))
                .extract()
                .path("id");
        assertThat(left()).isEqualTo(1);
        refused(
                cara.book("l", Map.of("blockId", another().id(), "childIds", List.of(mia), "passId", pass)),
                409,
                "pass-used-up");
        refused(cara.move(booking, another().id()), 409, "paid-with-pass");

        cara.cancel(booking).then().statusCode(200);
        assertThat(left()).isEqualTo(7);
        assertThat(given.taken(block)).containsExactly(0, 0, 0);
    }

    @Test
    void what_the_instructor_cancels_comes_back_though_the_carer_is_faster_and_too_late_for_the_rest() {
        String pass = pass(3);
        String booking = cara.book("k", Map.of("blockId", block.id(), "childIds", List.of(mia), "passId", pass))
                .path("id");
        TestClock.set(Given.FIRST_START.minusSeconds(3600));
        given.sql().change("UPDATE class_session SET state = 'CANCELLED' WHERE id = ?", block.session(1));

        cara.cancel(booking).then().statusCode(200);

        assertThat(left()).isEqualTo(1);
        assertThat(given.taken(block)).containsExactly(0, 0, 0);
    }

    @Test
    void all_of_a_block_has_to_begin_in_the_time_of_the_pass() {
        String pass = Sold.bought(cara, Sold.offer(Map.of("units", 9, "validWeeks", 3)));

        refused(
                cara.book("k", Map.of("blockId", block.id(), "childIds", List.of(mia), "passId", pass)),
                409,
                "pass-expired");
        assertThat(given.taken(block)).containsExactly(0, 0, 0);
    }

    @Test
    void what_is_held_is_paid_with_a_pass() {
        String pass = pass(3);
        String hold =
                cara.holdBlock(block.id(), mia).then().statusCode(201).extract().path("id");

        Map<String, ?> wish = Map.of("holdId", hold, "passId", pass);
        cara.book("k", wish).then().statusCode(201).body("price.amount", equalTo(0));
        cara.book("k", wish).then().statusCode(201);

        assertThat(left()).isZero();
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
    }

    @Test
    void what_is_held_with_a_voucher_is_not_paid_with_a_pass_too() {
        String code = code();
        given.voucher(Map.of("code", code, "percent", 10, "uses", 1));
        String hold = cara.asks()
                .body(Map.of("blockId", block.id(), "childIds", List.of(mia), "voucher", code))
                .post("/v1/holds")
                .path("id");

        refused(cara.book("k", Map.of("holdId", hold, "passId", pass(3))), 409, "pass-not-for-this");
        assertThat(left()).isEqualTo(3);
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
    }

    @Test
    void what_is_offered_is_paid_with_a_pass() {
        String pass = pass(3);
        String entry = offered();
        refused(accept(entry, Map.of("passId", UUID.randomUUID())), 404, "not-found");
        refused(accept(entry, Map.of("passId", pass, "voucher", "ABC")), 400, "invalid-request");

        accept(entry, Map.of("passId", pass)).then().statusCode(201).body("price.amount", equalTo(0));

        assertThat(left()).isZero();
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
    }

    @Test
    void a_voucher_takes_off_what_is_offered_as_if_it_had_been_there_from_the_beginning() {
        String code = code();
        String voucher = given.voucher(Map.of("code", code, "percent", 15, "uses", 1));
        String entry = offered();
        refused(accept(entry, Map.of("voucher", "NOSUCH")), 409, "voucher-unknown");
        assertThat(given.states(block.session(0))).containsExactly(0, 1, 0);

        String booking = accept(entry, Map.of("voucher", code.toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(5525))
                .body("price.lines.code", contains("LIST", "VOUCHER"))
                .body("price.lines.amount", contains(6500, -975))
                .body("balance.amount", equalTo(5525))
                .extract()
                .path("id");

        assertThat(used(voucher)).isEqualTo(1);
        assertThat(given.sql()
                        .<java.math.BigDecimal>one(
                                "SELECT sum(price) FROM place WHERE booking_id = ?", UUID.fromString(booking)))
                .isEqualByComparingTo("5525");
        cara.cancel(booking).then().statusCode(200);
        assertThat(used(voucher)).isZero();
    }

    @Test
    void a_voucher_takes_nothing_off_what_carers_pay_as_they_can() {
        String code = code();
        given.voucher(Map.of("code", code, "percent", 15));
        block = given.block()
                .ofSessions(1)
                .seats(1)
                .pricing(Map.of("minimum", 1000))
                .published();

        refused(accept(offered(), Map.of("voucher", code)), 409, "voucher-not-for-this");
    }

    private TaughtBlock another() {
        return given.block().ofTheCourseOf(block).ofSessions(2).published();
    }

    private String offered() {
        String entry =
                cara.waitFor(block.id(), mia).then().statusCode(201).extract().path("id");
        await().until(() -> WaitingFamily.states(given, entry).equals(List.of("OFFERED")));
        return entry;
    }

    private Response accept(String entry, Map<String, ?> how) {
        return cara.asks().body(how).post("/v1/waitlist/" + entry + "/accept");
    }

    private String pass(int units) {
        return Sold.bought(cara, Sold.offer(Map.of("units", units)));
    }

    private int left() {
        return cara.asks().get("/v1/passes").path("items[0].unitsLeft");
    }

    private static String code() {
        return "P" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    }

    private int used(String voucher) {
        return given.sql().one("SELECT used FROM voucher WHERE id = ?", UUID.fromString(voucher));
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
