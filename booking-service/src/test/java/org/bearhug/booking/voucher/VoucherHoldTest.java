package org.bearhug.booking.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.desk.DeskJobs;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VoucherHoldTest {

    @Inject
    Given given;

    @Inject
    DeskJobs desk;

    private final String code = "H" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private TaughtBlock block;
    private String voucher;

    @BeforeEach
    void a_voucher_for_one_booking() {
        given.a_week_before();
        block = given.block().ofSessions(1).published();
        voucher = given.voucher(Map.of("code", code, "percent", 50, "uses", 1));
    }

    @Test
    void a_hold_keeps_the_use_until_it_is_booked() {
        Family one = family();
        Family other = family();
        String hold = one.hold()
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(3250))
                .extract()
                .path("id");

        refused(other.book(), "voucher-used-up");
        one.carer.bookHeld(hold).then().statusCode(201).body("price.amount", equalTo(3250));
        refused(other.book(), "voucher-used-up");
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void what_is_held_again_uses_it_once() {
        Family one = family();
        one.hold().then().statusCode(201);
        one.hold().then().statusCode(201);
        assertThat(used()).isEqualTo(1);

        one.book().then().statusCode(201).body("price.amount", equalTo(3250));
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void a_hold_that_is_let_go_or_expires_gives_the_use_back() {
        Family one = family();
        String hold = one.hold().path("id");
        one.carer.asks().delete("/v1/holds/" + hold).then().statusCode(204);
        assertThat(used()).isZero();
        hold = one.hold().path("id");
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(15 * 60));

        family().book().then().statusCode(201).body("price.amount", equalTo(3250));
        refused(one.carer.bookHeld(hold), "hold-expired");
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void a_hold_that_is_extended_keeps_the_use_as_long() {
        Family one = family();
        String hold = one.hold().path("id");
        one.carer.asks().post("/v1/holds/" + hold + "/extend").then().statusCode(200);
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(20 * 60));

        refused(family().book(), "voucher-used-up");
        one.carer.bookHeld(hold).then().statusCode(201);
    }

    @Test
    void a_voucher_withdrawn_is_unknown_but_what_is_held_with_it_keeps_its_price() {
        Family one = family();
        String hold = one.hold().path("id");
        Vouched.withdraw(voucher);

        refused(family().book(), "voucher-unknown");
        one.carer.bookHeld(hold).then().statusCode(201).body("price.amount", equalTo(3250));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_last_use_goes_to_exactly_one_of_many(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        List<Family> families = IntStream.range(0, 8).mapToObj(nth -> family()).toList();

        List<Response> answers = Race.of(8, nth -> () -> families.get(nth).book());

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(used()).isEqualTo(1);
        assertThat(given.taken(block)).containsExactly(1);
        assertThat(given.sql()
                        .<Long>one("SELECT count(*) FROM voucher_use WHERE voucher_id = ?", UUID.fromString(voucher)))
                .isEqualTo(1);
    }

    /** What the race above would do without the lock: both look, and then both write what they have seen, and one more. */
    @Test
    void without_the_lock_two_who_look_before_they_write_use_the_last_use_twice() {
        UUID id = UUID.fromString(voucher);
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        Race.of(
                2,
                nth -> () -> QuarkusTransaction.requiringNew().call(() -> {
                    int seen = used();
                    bothHaveLooked.await(20, TimeUnit.SECONDS);
                    if (seen < 1) {
                        given.sql().change("UPDATE voucher SET used = ? WHERE id = ?", seen + 1, id);
                        given.sql()
                                .change(
                                        """
                                        INSERT INTO voucher_use (voucher_id, carer_id, child_ids, hold_id, expires_at)
                                        VALUES (?, uuidv7(), '{}', uuidv7(), '2031-03-04T10:00:00Z')""",
                                        id);
                    }
                    return nth;
                }));

        assertThat(given.sql().<Long>one("SELECT count(*) FROM voucher_use WHERE voucher_id = ?", id))
                .isEqualTo(2);
        assertThat(used()).isEqualTo(1);
        assertThatThrownBy(() -> given.sql().change("UPDATE voucher SET used = used + 1 WHERE id = ?", id))
                .hasStackTraceContaining("never_more_uses_than_there_are");
    }

    private record Family(Carer carer, Map<String, Object> wish) {
        Response hold() {
            return carer.asks().body(wish).post("/v1/holds");
        }

        Response book() {
            return carer.book(UUID.randomUUID().toString(), wish);
        }
    }

    private Family family() {
        Carer carer = Carer.fresh();
        UUID child = carer.child("Mia", 10);
        given.known(child);
        return new Family(carer, Map.of("blockId", block.id(), "childIds", List.of(child), "voucher", code));
    }

    private int used() {
        return given.sql().one("SELECT used FROM voucher WHERE id = ?", UUID.fromString(voucher));
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }
}
