package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.RoundTrips;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying by Stripe where the desk has more to do than to book: offers to families in line, moves, cancelled sessions. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class StripeDeskTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_class() {
        StripeStage.reset(PaidClass.NOW);
        block = paid.block(1);
    }

    @Test
    void what_is_offered_to_a_family_in_line_is_held_while_it_is_being_paid() {
        Carer omar = Carer.fresh();
        String first = paid.booked(omar, block).getString("id");
        paid.hasPaid(first);
        UUID mia = paid.childOf(cara);
        String entry =
                cara.waitFor(block.id(), mia).then().statusCode(201).extract().path("id");
        omar.cancel(first).then().statusCode(200);
        await().until(() ->
                cara.asks().get("/v1/waitlist/" + entry).path("state").equals("OFFERED"));

        JsonPath booking = cara.accept(entry).then().statusCode(201).extract().jsonPath();
        assertThat(booking.getString("state")).isEqualTo("PENDING_PAYMENT");
        assertThat(booking.getString("payment.url")).startsWith("http");
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        paid.hasPaid(booking.getString("id"));

        assertThat(paid.state(booking.getString("id"))).isEqualTo("CONFIRMED");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
    }

    @Test
    void a_booking_that_is_paid_first_asks_the_database_once_before_and_once_after_stripe() {
        TaughtBlock many = given.block().ofSessions(4).published();
        UUID mia = paid.childOf(cara);
        paid.booked(Carer.fresh(), many);
        cara.bookSession(many.session(0), mia).then().statusCode(201);

        assertThat(RoundTrips.fewestOf(
                        "POST /v1/bookings",
                        () -> cara.bookSession(many.session(1), mia).then().statusCode(201),
                        () -> cara.bookSession(many.session(2), mia).then().statusCode(201),
                        () -> cara.bookSession(many.session(3), mia)
                                .then()
                                .statusCode(201)
                                .body("payment.state", equalTo("OPEN"))))
                .hasSize(2);
    }

    @Test
    void a_pass_that_is_paid_by_stripe_asks_the_database_11_times() {
        String offer = paid.passOffer(4000);

        assertThat(RoundTrips.fewestOf(
                        "POST /v1/passes",
                        () -> paid.buys(Carer.fresh(), offer),
                        () -> paid.buys(Carer.fresh(), offer),
                        () -> paid.buys(Carer.fresh(), offer)))
                .hasSize(11);
    }

    @Test
    void the_rest_after_a_move_is_paid_on_a_page_and_all_of_it_goes_back_from_where_it_came() {
        TaughtBlock dearer = given.block()
                .ofTheCourseOf(block)
                .ofSessions(1)
                .costs(8000)
                .refunds(7, 2, 50)
                .published();
        String old = paid.booked(cara, block).getString("id");
        paid.hasPaid(old);
        String moved = cara.asks()
                .body("{\"blockId\":\"" + dearer.id() + "\"}")
                .post("/v1/bookings/" + old + "/move")
                .then()
                .statusCode(201)
                .body("balance.amount", equalTo(1500))
                .extract()
                .path("id");

        String checkout = "/v1/bookings/" + moved + "/checkout";
        String page = cara.asks()
                .post(checkout)
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo(1500))
                .extract()
                .path("url");
        cara.asks().post(checkout).then().statusCode(200).body("url", equalTo(page));
        paid.hasPaid(moved);
        cara.asks().post(checkout).then().statusCode(409).body("code", equalTo("nothing-to-pay"));
        assertThat(paid.read(cara, moved).getInt("balance.amount")).isZero();

        cara.cancel(moved).then().statusCode(200).body("balance.amount", equalTo(-8000));
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));
        assertThat(StripeStage.all("refunds").stream()
                        .mapToLong(each -> each.path("amount").asLong()))
                .containsExactlyInAnyOrder(1500L, 6500L);
        assertThat(paid.read(cara, moved).getInt("balance.amount")).isZero();
        assertThat(paid.read(cara, old).getInt("balance.amount")).isZero();
    }

    @Test
    void who_does_not_pay_the_rest_in_time_keeps_the_places_and_owes_it() {
        TaughtBlock dearer =
                given.block().ofTheCourseOf(block).ofSessions(1).costs(8000).published();
        String old = paid.booked(cara, block).getString("id");
        paid.hasPaid(old);
        String moved =
                cara.move(old, dearer.id()).then().statusCode(201).extract().path("id");
        cara.asks().post("/v1/bookings/" + moved + "/checkout").then().statusCode(200);

        paid.later(PaidClass.NOW.plus(Duration.ofHours(13)));

        assertThat(paid.payment(moved)).isEqualTo("DUE");
        assertThat(paid.state(moved)).isEqualTo("CONFIRMED");
        assertThat(paid.read(cara, moved).getInt("balance.amount")).isEqualTo(1500);
        assertThat(given.states(dearer.session(0))).containsExactly(0, 0, 1);
        assertThat(paid.lettersTo(cara.id())).doesNotContain("NOT_PAID");
        cara.asks()
                .post("/v1/bookings/" + moved + "/checkout")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void a_cheaper_block_gives_back_the_difference() {
        TaughtBlock cheaper =
                given.block().ofTheCourseOf(block).ofSessions(1).costs(5000).published();
        String old = paid.booked(cara, block).getString("id");
        paid.hasPaid(old);
        cara.asks()
                .body("{\"blockId\":\"" + cheaper.id() + "\"}")
                .post("/v1/bookings/" + old + "/move")
                .then()
                .statusCode(201);

        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(StripeStage.all("refunds").stream()
                        .mapToLong(each -> each.path("amount").asLong()))
                .containsExactly(1500L);
    }

    @Test
    void what_is_being_paid_is_called_off_when_the_instructor_cancels_a_session_of_it() {
        String booking = paid.booked(cara, block).getString("id");

        block.changed(0, 2, Map.of("state", "CANCELLED"));
        await().untilAsserted(() -> assertThat(given.states(block.session(0))).containsExactly(0, 0, 0));
        paid.later(PaidClass.NOW.plusSeconds(31));

        assertThat(StripeStage.all("sessions").get(0).path("status").asText()).isEqualTo("expired");
        assertThat(paid.payment(booking)).isEqualTo("EXPIRED");
        assertThat(paid.state(booking)).isEqualTo("EXPIRED");
        assertThat(paid.lines(booking)).isEmpty();
        assertThat(paid.lettersTo(cara.id())).containsExactly("NOT_PAID");
    }

    @Test
    void a_voucher_is_used_while_it_is_being_paid_and_free_again_when_it_is_not() {
        Carer.nobody()
                .auth()
                .oauth2(org.bearhug.testing.Person.INES.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"code\":\"PAY-" + block.id().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT)
                        + "\",\"percent\":50,\"uses\":1}")
                .post("/v1/vouchers")
                .then()
                .statusCode(201);
        String code = paid.sql().one("SELECT code FROM voucher ORDER BY id DESC LIMIT 1");
        String booking = withVoucher(code).then().statusCode(201).extract().path("id");
        assertThat(StripeStage.all("sessions").get(0).path("amount_total").asLong())
                .isEqualTo(3250);
        assertThat(paid.sql().<Integer>one("SELECT used FROM voucher WHERE code = ?", code))
                .isEqualTo(1);
        paid.later(PaidClass.TOO_LATE);
        assertThat(paid.state(booking)).isEqualTo("EXPIRED");
        assertThat(paid.sql().<Integer>one("SELECT used FROM voucher WHERE code = ?", code))
                .isZero();

        String again = withVoucher(code).then().statusCode(201).extract().path("id");
        paid.hasPaid(again);

        assertThat(paid.state(again)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(again)).containsExactlyInAnyOrder("CHARGE 3250", "PAYMENT -3250");
        assertThat(paid.sql().<Integer>one("SELECT used FROM voucher WHERE code = ?", code))
                .isEqualTo(1);
    }

    private io.restassured.response.Response withVoucher(String code) {
        return cara.book(
                UUID.randomUUID().toString(),
                Map.of("blockId", block.id(), "childIds", List.of(paid.childOf(cara)), "voucher", code));
    }
}
