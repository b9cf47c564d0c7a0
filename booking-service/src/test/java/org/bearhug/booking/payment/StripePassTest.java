package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.RoundTrips;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.pass.Sold;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passes that are paid by Stripe. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class StripePassTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    private final Carer cara = Carer.fresh();
    private String offer;
    private int letters;

    @BeforeEach
    void something_to_buy() {
        StripeStage.reset(PaidClass.NOW);
        paid.forgetRefundsOfOthers();
        offer = paid.passOffer(4000);
        letters = paid.lettersTo(Person.INES.id()).size();
    }

    @AfterEach
    void reset_the_clock() {
        Deaths.at(null);
        TestClock.reset();
    }

    @Test
    void it_is_of_use_once_it_is_paid_on_its_page() {
        Response bought = paid.buys(cara, offer);
        bought.then()
                .statusCode(201)
                .body("state", equalTo("PENDING_PAYMENT"))
                .body("balance.amount", equalTo(4000))
                .body("payment.state", equalTo("OPEN"))
                .body("payment.url", notNullValue())
                .body(
                        "payment.expiresAt",
                        equalTo(PaidClass.NOW.plus(Duration.ofMinutes(31)).toString()));
        String pass = bought.path("id");
        paid.buys(cara, offer).then().statusCode(201).body("payment.url", equalTo(bought.path("payment.url")));
        JsonNode page = StripeStage.all("sessions").get(0);
        assertThat(page.path("amount_total").asLong()).isEqualTo(4000);
        assertThat(page.path("success_url").asText()).endsWith("/passes?pass=" + pass);
        TaughtBlock block = paid.block(1);
        UUID mia = paid.childOf(cara);
        refused(paid.booksWith(cara, pass, block, mia), "pass-not-paid");

        paid.hasPaid(pass);
        String refresh = "/v1/payments/" + bought.path("payment.id") + "/refresh";
        cara.asks().post(refresh).then().statusCode(200).body("state", equalTo("PAID"));

        assertThat(StripeStage.all("sessions")).hasSize(1);
        assertThat(paid.lines(pass)).containsExactlyInAnyOrder("CHARGE 4000", "PAYMENT -4000");
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PAID");
        paid.booksWith(cara, pass, block, mia).then().statusCode(201).body("state", equalTo("CONFIRMED"));
    }

    @Test
    void what_it_pays_takes_one_way_to_the_database_where_others_pay_by_stripe() {
        String pass = paid.buys(cara, Sold.offer(Map.of("units", 6))).path("id");
        paid.hasPaid(pass);
        TaughtBlock block = given.block().ofSessions(3).published();
        UUID mia = paid.childOf(cara);
        cara.book(
                        UUID.randomUUID().toString(),
                        Map.of("blockId", block.id(), "childIds", List.of(paid.childOf(cara)), "passId", pass))
                .then()
                .statusCode(201);
        booksSession(block.session(0), mia, pass);

        assertThat(RoundTrips.fewestOf(
                        "POST /v1/bookings",
                        () -> booksSession(block.session(1), mia, pass),
                        () -> booksSession(block.session(2), mia, pass)))
                .hasSize(1);
    }

    private void booksSession(UUID session, UUID child, String pass) {
        cara.book(
                        UUID.randomUUID().toString(),
                        Map.of("sessionId", session, "childIds", List.of(child), "passId", pass))
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"));
    }

    @Test
    void one_that_is_not_paid_in_time_is_not_owed_and_of_no_use() {
        String pass = bought();
        paid.later(PaidClass.TOO_LATE);

        assertThat(paid.payment(pass)).isEqualTo("EXPIRED");
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("EXPIRED");
        assertThat(paid.lines(pass)).containsExactlyInAnyOrder("CHARGE 4000", "CREDIT -4000");
        assertThat(paid.lettersTo(cara.id())).containsExactly("PASS_NOT_PAID");
        refused(paid.booksWith(cara, pass, paid.block(1), paid.childOf(cara)), "pass-not-paid");
        refused(cara.asks().post("/v1/passes/" + pass + "/checkout"), "nothing-to-pay");
    }

    @Test
    void whoever_asks_for_its_page_when_that_is_over_is_told_that_nothing_is_to_be_paid() {
        String pass = bought();
        StripeStage.at(PaidClass.TOO_LATE);

        refused(cara.asks().post("/v1/passes/" + pass + "/checkout"), "nothing-to-pay");

        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("EXPIRED");
    }

    @Test
    void pages_that_are_open_are_as_few_as_passes_that_are_not_paid() {
        for (int nth = 0; nth < 3; nth++) {
            cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").then().statusCode(201);
        }
        refused(cara.asks().body(Map.of("offerId", offer)).post("/v1/passes"), "too-many-unpaid-passes");

        paid.later(PaidClass.TOO_LATE);

        cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"for sale", "withdrawn", "given back"})
    void a_payment_that_comes_too_late_gives_the_pass_or_goes_back(String how) {
        String pass = lapsedButPaid();
        switch (how) {
            case "withdrawn" ->
                Carer.as(Person.INES).delete("/v1/pass-offers/" + offer).then().statusCode(204);
            case "given back" ->
                cara.asks().post("/v1/passes/" + pass + "/return").then().statusCode(200);
            default -> {
                // it is to be had
            }
        }
        StripeStage.deliver();
        paid.worked();
        paid.later(PaidClass.NOW.plus(Duration.ofHours(3)));

        if (how.equals("for sale")) {
            assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PAID");
            assertThat(paid.lines(pass))
                    .containsExactlyInAnyOrder("CHARGE 4000", "CREDIT -4000", "CHARGE 4000", "PAYMENT -4000");
            assertThat(StripeStage.all("refunds")).isEmpty();
        } else {
            assertThat(paid.lines(pass))
                    .containsExactlyInAnyOrder("CHARGE 4000", "CREDIT -4000", "PAYMENT -4000", "REFUND 4000");
            assertThat(StripeStage.all("refunds")).hasSize(1);
            assertThat(paid.lettersTo(cara.id())).contains("PASS_PAID_TOO_LATE");
            refused(
                    paid.booksWith(cara, pass, paid.block(1), paid.childOf(cara)),
                    how.equals("withdrawn") ? "pass-not-paid" : "pass-returned");
        }
    }

    /** Paid on a page that we never heard of. */
    private String lapsedButPaid() {
        Deaths.at(Steps.Step.AFTER_OPENING);
        paid.buys(cara, offer).then().statusCode(500);
        StripeStage.tell(
                "pay",
                Map.of("session", StripeStage.all("sessions").get(0).path("id").asText()));
        String pass = cara.asks().get("/v1/passes").path("items[0].id");
        paid.later(PaidClass.NOW.plus(Duration.ofHours(1)));
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("EXPIRED");
        return pass;
    }

    @Test
    void once_it_is_paid_by_hand_the_page_is_closed_and_it_stays_paid() {
        String pass = bought();
        Carer.as(Person.INES)
                .post("/v1/passes/" + pass + "/paid")
                .then()
                .statusCode(200)
                .body("state", equalTo("PAID"))
                .body("payment", nullValue());
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(6)));

        assertThat(paid.payment(pass)).isEqualTo("EXPIRED");
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PAID");
        assertThat(paid.lettersTo(cara.id())).isEmpty();
        cara.asks().post("/v1/passes/" + pass + "/return").then().statusCode(200);
        assertThat(lettersNow()).containsExactly("PASS_RETURNED");
        assertThat(StripeStage.all("refunds")).isEmpty();
    }

    @Test
    void a_sum_that_stripe_does_not_take_is_refused_each_time_and_not_owed() {
        String cheap = paid.passOffer(20);
        for (int twice = 0; twice < 2; twice++) {
            refused(paid.buys(cara, cheap), "payment-failed");
        }

        String pass = cara.asks().get("/v1/passes").path("items[0].id");
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("EXPIRED");
        assertThat(paid.lines(pass)).containsExactlyInAnyOrder("CHARGE 20", "CREDIT -20");
    }

    @Test
    void one_that_costs_nothing_is_not_paid() {
        paid.buys(cara, paid.passOffer(0))
                .then()
                .statusCode(201)
                .body("state", equalTo("PAID"))
                .body("payment", nullValue());
    }

    @Test
    void nobody_else_sees_it_and_its_id_is_no_bookings() {
        String pass = bought();

        Carer omar = Carer.fresh();
        omar.asks().get("/v1/passes/" + pass).then().statusCode(404);
        omar.asks().get("/v1/passes/" + pass + "/payments").then().statusCode(404);
        omar.asks().post("/v1/passes/" + pass + "/checkout").then().statusCode(404);
        cara.asks().post("/v1/bookings/" + pass + "/checkout").then().statusCode(404);
        cara.asks().get("/v1/bookings/" + pass + "/payments").then().statusCode(404);
        Carer.as(Person.INES)
                .get("/v1/passes/" + pass + "/payments")
                .then()
                .statusCode(200)
                .body("payments[0].url", nullValue());
    }

    private String bought() {
        return paid.buys(cara, offer).then().statusCode(201).extract().path("id");
    }

    private List<String> lettersNow() {
        List<String> all = paid.lettersTo(Person.INES.id());
        return all.subList(letters, all.size());
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }
}
