package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StripeProfile.class)
class StripePaymentTest {

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
    void seats_are_held_until_they_are_paid_on_the_page_and_taken_then() {
        JsonPath booking = paid.booked(cara, block);

        assertThat(booking.getString("state")).isEqualTo("PENDING_PAYMENT");
        assertThat(booking.getString("payment.provider")).isEqualTo("STRIPE");
        assertThat(booking.getString("payment.state")).isEqualTo("OPEN");
        assertThat(booking.getString("payment.expiresAt")).isEqualTo("2031-03-03T10:31:00Z");
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        assertThat(paid.lines(booking.getString("id"))).isEmpty();

        RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .formParam("act", "pay")
                .post(booking.getString("payment.url"))
                .then()
                .statusCode(303)
                .header("Location", startsWith("http://localhost:8080/my-classes?booking=" + booking.getString("id")));
        StripeStage.deliver();
        paid.worked();

        JsonPath now = paid.read(cara, booking.getString("id"));
        assertThat(now.getString("state")).isEqualTo("CONFIRMED");
        assertThat(now.getString("payment.state")).isEqualTo("PAID");
        assertThat(now.getString("payment.url")).isNull();
        assertThat(now.getInt("balance.amount")).isZero();
        assertThat(now.getList("places")).hasSize(1);
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        assertThat(paid.lines(booking.getString("id"))).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
        assertThat(StripeStage.all("sessions").get(0).toString())
                .doesNotContain(cara.name(), "Mia", cara.id().toString());
    }

    @Test
    void who_comes_back_from_the_page_need_not_wait_for_stripes_message() {
        JsonPath booking = paid.booked(cara, block);
        String refresh = "/v1/payments/" + booking.getString("payment.id") + "/refresh";
        cara.asks().post(refresh).then().statusCode(200).body("state", equalTo("OPEN"));
        paid.pays(booking.getString("id"));

        cara.asks().post(refresh).then().statusCode(200).body("state", equalTo("PAID"));
        cara.asks().post(refresh).then().statusCode(200).body("state", equalTo("PAID"));
        StripeStage.deliver();
        paid.worked();

        assertThat(paid.state(booking.getString("id"))).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking.getString("id"))).hasSize(2);
        Carer.fresh().asks().post(refresh).then().statusCode(404);
    }

    @Test
    void the_same_key_leads_to_the_same_page() {
        UUID mia = paid.childOf(cara);
        Map<String, Object> wish = Map.of("blockId", block.id(), "childIds", List.of(mia));

        String first = cara.book("k", wish).then().statusCode(201).extract().path("payment.url");
        String again = cara.book("k", wish).then().statusCode(201).extract().path("payment.url");

        assertThat(again).isEqualTo(first).startsWith("http");
        assertThat(StripeStage.all("sessions")).hasSize(1);
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
    }

    @Test
    void while_it_is_being_paid_nobody_else_gets_the_seat_and_the_same_child_none_beside_it() {
        TaughtBlock wide = paid.block(3);
        UUID mia = paid.childOf(cara);
        JsonPath booking = cara.bookBlock(wide.id(), mia).jsonPath();
        paid.booked(Carer.fresh(), block);

        cara.bookBlock(wide.id(), mia).then().statusCode(409).body("code", equalTo("already-booked"));
        cara.holdBlock(wide.id(), mia).then().statusCode(409).body("code", equalTo("already-booked"));
        Carer omar = Carer.fresh();
        omar.bookBlock(block.id(), paid.childOf(omar)).then().statusCode(409).body("code", equalTo("session-full"));
        String hold = paid.sql()
                .<UUID>one("SELECT id FROM hold WHERE booking_id = ?::uuid", booking.getString("id"))
                .toString();
        cara.asks().delete("/v1/holds/" + hold).then().statusCode(404);
        cara.asks().post("/v1/holds/" + hold + "/extend").then().statusCode(404);
    }

    @Test
    void what_is_held_is_kept_longer_while_it_is_being_paid() {
        String hold = cara.holdBlock(block.id(), paid.childOf(cara))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        StripeStage.at(PaidClass.NOW.plus(Duration.ofMinutes(14)));
        JsonPath booking = cara.book("k", Map.of("holdId", hold))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        StripeStage.at(PaidClass.NOW.plus(Duration.ofMinutes(40)));

        Carer omar = Carer.fresh();
        omar.bookBlock(block.id(), paid.childOf(omar)).then().statusCode(409);
        paid.hasPaid(booking.getString("id"));

        assertThat(paid.state(booking.getString("id"))).isEqualTo("CONFIRMED");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
    }

    @Test
    void what_is_not_paid_in_time_is_closed_and_free_again() {
        JsonPath booking = paid.booked(cara, block);
        paid.later(PaidClass.TOO_LATE);

        assertThat(paid.state(booking.getString("id"))).isEqualTo("EXPIRED");
        assertThat(paid.payment(booking.getString("id"))).isEqualTo("EXPIRED");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        assertThat(paid.lettersTo(cara.id())).containsExactly("NOT_PAID");
        assertThat(paid.lines(booking.getString("id"))).isEmpty();
        assertThat(StripeStage.all("sessions").get(0).path("status").asText()).isEqualTo("expired");
        cara.cancel(booking.getString("id")).then().statusCode(200).body("state", equalTo("EXPIRED"));
        cara.asks()
                .get("/v1/bookings/" + booking.getString("id") + "/cancellation")
                .then()
                .statusCode(200);
    }

    @Test
    void shortly_before_the_start_the_page_is_closed_when_the_class_begins() {
        StripeStage.at(Given.FIRST_START.minus(Duration.ofMinutes(10)));
        JsonPath booking = paid.booked(cara, block);
        assertThat(booking.getString("payment.expiresAt")).isEqualTo(Given.FIRST_START.toString());

        paid.later(Given.FIRST_START);

        assertThat(paid.state(booking.getString("id"))).isEqualTo("EXPIRED");
        assertThat(StripeStage.all("sessions").get(0).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void who_gives_up_while_paying_owes_nothing() {
        JsonPath booking = paid.booked(cara, block);
        cara.asks()
                .get("/v1/bookings/" + booking.getString("id") + "/cancellation")
                .then()
                .statusCode(200)
                .body("comesBack.amount", equalTo(0));

        cara.cancel(booking.getString("id")).then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(2)));

        assertThat(paid.payment(booking.getString("id"))).isEqualTo("EXPIRED");
        assertThat(paid.state(booking.getString("id"))).isEqualTo("CANCELLED");
        assertThat(StripeStage.all("sessions").get(0).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void a_declined_card_is_said_and_another_one_does() {
        JsonPath booking = paid.booked(cara, block);
        StripeStage.tell("decline", Map.of("session", paid.session(booking.getString("id"))));
        StripeStage.deliver();
        paid.worked();

        assertThat(paid.read(cara, booking.getString("id")).getString("payment.problem"))
                .isEqualTo("card_declined");
        paid.hasPaid(booking.getString("id"));

        cara.asks()
                .get("/v1/bookings/" + booking.getString("id"))
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("payment", not(hasKey("problem")));
    }

    @Test
    void what_costs_nothing_is_not_paid() {
        TaughtBlock free = given.block().ofSessions(1).costs(0).published();

        cara.bookBlock(free.id(), paid.childOf(cara))
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"))
                .body("$", not(hasKey("payment")));
        assertThat(StripeStage.all("sessions")).isEmpty();
    }

    @Test
    void what_stripe_will_not_take_is_refused_and_no_seat_is_kept() {
        TaughtBlock cheap = given.block().ofSessions(1).costs(10).published();

        Map<String, ?> wish = Map.of("blockId", cheap.id(), "childIds", List.of(paid.childOf(cara)));

        for (int twice = 0; twice < 2; twice++) {
            cara.book("k", wish)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("payment-failed"))
                    .body("reason", equalTo("amount_too_small"));
        }
        assertThat(given.states(cheap.session(0))).containsExactly(0, 0, 0);
        cara.asks().get("/v1/bookings").then().body("items[0].state", equalTo("EXPIRED"));
    }
}
