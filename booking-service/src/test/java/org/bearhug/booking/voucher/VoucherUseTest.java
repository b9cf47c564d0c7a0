package org.bearhug.booking.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VoucherUseTest {

    @Inject
    Given given;

    private final String code = "S" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void a_class_of_ines_and_two_children() {
        given.a_week_before();
        block = given.block().ofSessions(2).refunds(7, 2, 50).published();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
    }

    @Test
    void a_percentage_is_a_line_of_the_price_and_counts_as_used() {
        String voucher = voucher("percent", 15);

        cara.asks()
                .get("/v1/price?block=" + block.id() + "&voucher=" + code.toLowerCase(Locale.ROOT))
                .then()
                .body("amount", equalTo(5525));
        assertThat(used(voucher)).isZero();
        book(mia)
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(5525))
                .body("price.lines.code", contains("LIST", "VOUCHER"))
                .body("price.lines[1].text", equalTo(code))
                .body("balance.amount", equalTo(5525));
        assertThat(used(voucher)).isEqualTo(1);
    }

    @Test
    void a_sum_takes_no_more_than_there_is() {
        voucher("amount", Map.of("amount", 10000, "currency", "GBP"));

        book(mia).then().statusCode(201).body("price.amount", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-04T00:00:00Z, , voucher-not-yet-valid",
        ", 2031-03-03T10:00:00Z, voucher-expired",
        "2031-03-03T10:00:00Z, 2031-03-03T10:00:01Z, ",
    })
    void it_counts_from_then_until_then(String from, String until, String refusal) {
        Map<String, Object> dates = new HashMap<>();
        if (from != null) {
            dates.put("validFrom", from);
        }
        if (until != null) {
            dates.put("validUntil", until);
        }
        voucher("percent", 10, dates);

        if (refusal == null) {
            book(mia).then().statusCode(201);
        } else {
            refused(book(mia), refusal);
            refused(price(), refusal);
        }
    }

    @Test
    void it_is_for_the_courses_it_names_and_for_its_instructors() {
        refused(book(mia), "voucher-unknown");
        voucher("percent", 10, Map.of("courseIds", List.of(UUID.randomUUID())));
        refused(book(mia), "voucher-not-for-this");
        TaughtBlock noors = given.block().ofSessions(1).by(Person.NOOR).published();
        refused(cara.book("k" + code, wish(noors, mia)), "voucher-unknown");
        assertThat(given.taken(block)).containsExactly(0, 0);
    }

    @Test
    void it_is_not_for_another_currency_or_where_one_pays_what_one_can() {
        voucher("amount", Map.of("amount", 100, "currency", "EUR"));
        refused(book(mia), "voucher-not-for-this");
        String percent = code + "P";
        given.voucher(Map.of("code", percent, "percent", 10));
        TaughtBlock open =
                given.block().ofSessions(1).pricing(Map.of("minimum", 1000)).published();
        refused(
                cara.book("k" + code, Map.of("blockId", open.id(), "childIds", List.of(mia), "voucher", percent)),
                "voucher-not-for-this");
    }

    @Test
    void each_family_uses_it_so_often_also_the_other_carer_of_the_child() {
        voucher("percent", 10, Map.of("usesPerFamily", 1));
        Carer omar = Carer.fresh();
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);
        book(mia).then().statusCode(201);

        refused(book(ben), "voucher-used-up");
        refused(price(), "voucher-used-up");
        refused(
                omar.book(
                        "k" + code, Map.of("sessionId", other().session(0), "childIds", List.of(mia), "voucher", code)),
                "voucher-used-up");
        Carer stranger = Carer.fresh();
        UUID zoe = stranger.child("Zoe", 10);
        stranger.book("s" + code, wish(block, zoe)).then().statusCode(201);
    }

    private TaughtBlock other() {
        return given.block().ofSessions(1).published();
    }

    @Test
    void when_it_is_used_up_nobody_else_can() {
        String voucher = voucher("percent", 10, Map.of("uses", 1));
        book(mia).then().statusCode(201);

        refused(book(ben), "voucher-used-up");
        refused(price(), "voucher-used-up");
        assertThat(used(voucher)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2031-03-03T10:00:00Z, 0", "2031-03-03T10:00:01Z, 1"})
    void the_use_comes_back_with_a_booking_of_which_everything_comes_back(String now, int used) {
        String voucher = voucher("percent", 10, Map.of("uses", 1));
        String booking = book(mia).then().statusCode(201).extract().path("id");
        TestClock.set(Instant.parse(now));

        cara.cancel(booking).then().statusCode(200);
        cara.cancel(booking).then().statusCode(200);

        assertThat(used(voucher)).isEqualTo(used);
    }

    @Test
    void the_use_comes_back_when_the_instructor_cancels_all_of_it() {
        String voucher = voucher("percent", 10, Map.of("uses", 1));
        book(mia).then().statusCode(201);

        block.changed(0, 2, Map.of("state", "CANCELLED"));
        await().untilAsserted(() -> assertThat(given.taken(block)).containsExactly(0, 1));
        assertThat(used(voucher)).isEqualTo(1);
        block.changed(1, 2, Map.of("state", "CANCELLED"));

        await().untilAsserted(() -> assertThat(used(voucher)).isZero());
    }

    @Test
    void it_goes_along_when_a_booking_moves() {
        String voucher = voucher("percent", 10, Map.of("uses", 1));
        String booking = book(mia).then().statusCode(201).extract().path("id");
        TaughtBlock dearer =
                given.block().ofTheCourseOf(block).ofSessions(1).costs(8000).published();

        cara.move(booking, dearer.id())
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(7200))
                .body("difference.amount", equalTo(7200 - 5850));
        assertThat(used(voucher)).isEqualTo(1);

        TaughtBlock open = given.block()
                .ofTheCourseOf(block)
                .ofSessions(1)
                .pricing(Map.of("minimum", 1000))
                .published();
        String moved = cara.asks().get("/v1/bookings?state=CONFIRMED").path("items[0].id");
        cara.move(moved, open.id()).then().statusCode(201).body("price.amount", equalTo(6500));
        assertThat(used(voucher)).isZero();
    }

    private Response price() {
        return cara.asks().get("/v1/price?block=" + block.id() + "&voucher=" + code);
    }

    private Response book(UUID child) {
        return cara.book(UUID.randomUUID().toString(), wish(block, child));
    }

    private Map<String, Object> wish(TaughtBlock of, UUID child) {
        return Map.of("blockId", of.id(), "childIds", List.of(child), "voucher", code);
    }

    private String voucher(String kind, Object value) {
        return voucher(kind, value, Map.of());
    }

    private String voucher(String kind, Object value, Map<String, ?> more) {
        Map<String, Object> wish = new HashMap<>(more);
        wish.put("code", code);
        wish.put(kind, value);
        return given.voucher(wish);
    }

    private int used(String voucher) {
        return given.sql().one("SELECT used FROM voucher WHERE id = ?", UUID.fromString(voucher));
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }
}
