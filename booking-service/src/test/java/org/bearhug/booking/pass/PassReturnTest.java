package org.bearhug.booking.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes that nobody pays for, or that nobody uses. */
@QuarkusTest
class PassReturnTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_clock() {
        given.a_week_before();
    }

    @Test
    void a_carer_has_few_passes_that_are_not_paid() {
        String offer = Sold.offer(Map.of());
        String first = buy(offer).then().statusCode(201).extract().path("id");
        buy(offer).then().statusCode(201);
        String third = buy(offer).then().statusCode(201).extract().path("id");
        buy(offer)
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-unpaid-passes"))
                .body("limit", equalTo(3));

        paid(first);
        buy(offer).then().statusCode(201);
        refused(buy(offer), 409, "too-many-unpaid-passes");
        giveBack(third).then().statusCode(200).body("balance.amount", equalTo(0));
        buy(offer).then().statusCode(201);
    }

    @Test
    void of_those_that_cost_nothing_one_has_few_with_sessions_left() {
        String offer = Sold.offer(Map.of("price", Map.of("amount", 0, "currency", "GBP")));
        for (int nth = 0; nth < 3; nth++) {
            buy(offer).then().statusCode(201);
        }

        refused(buy(offer), 409, "too-many-unpaid-passes");
    }

    @Test
    void what_was_paid_and_never_used_goes_back_and_the_instructor_pays_it_back() {
        String pass = Sold.bought(cara, Sold.offer(Map.of()));
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofDays(14)));

        preview(pass)
                .then()
                .statusCode(200)
                .body("comesBack.amount", equalTo(4000))
                .body(
                        "until",
                        equalTo(Given.A_WEEK_BEFORE.plus(Duration.ofDays(14)).toString()));

        for (int twice = 0; twice < 2; twice++) {
            giveBack(pass)
                    .then()
                    .statusCode(200)
                    .body("returnedAt", notNullValue())
                    .body("balance.amount", equalTo(-4000));
        }
        preview(pass).then().statusCode(200).body("comesBack.amount", equalTo(0));
        refused(Carer.as(Person.INES).post("/v1/passes/" + pass + "/paid"), 409, "nothing-owed");
        paidBack(pass).then().statusCode(200).body("balance.amount", equalTo(0));
        refused(paidBack(pass), 409, "nothing-to-pay-back");

        assertThat(given.sql()
                        .rows(
                                "SELECT kind || ' ' || amount || ' ' || reason AS line FROM money_entry WHERE pass_id = ? ORDER BY id",
                                UUID.fromString(pass)))
                .extracting(row -> row.get("line"))
                .containsExactly(
                        "CHARGE 4000 pass-bought",
                        "PAYMENT -4000 paid-by-hand",
                        "CREDIT -4000 pass-returned",
                        "REFUND 4000 paid-back-by-hand");
        assertThat(given.sql()
                        .<Long>one(
                                "SELECT count(*) FROM letter WHERE account_id = ? AND kind = 'PASS_RETURNED'",
                                Person.INES.id()))
                .isPositive();
    }

    @Test
    void a_pass_in_use_or_bought_long_ago_is_kept_and_one_that_was_given_back_is_of_no_use() {
        TaughtBlock block = given.block().ofSessions(3).refunds(7, 2, 50).published();
        UUID mia = cara.child("Mia", 10);
        given.known(mia);
        String pass = Sold.bought(cara, Sold.offer(Map.of()));
        String booking = use(pass, block, mia).then().statusCode(201).extract().path("id");
        refused(giveBack(pass), 409, "pass-in-use");
        refused(preview(pass), 409, "pass-in-use");
        cara.cancel(booking).then().statusCode(200);
        refused(Carer.fresh().asks().post("/v1/passes/" + pass + "/return"), 404, "not-found");
        refused(Carer.as(Person.NOOR).post("/v1/passes/" + pass + "/paid-back"), 404, "not-found");

        String old = Sold.bought(cara, Sold.offer(Map.of()));
        String unpaid = buy(Sold.offer(Map.of())).path("id");
        giveBack(pass).then().statusCode(200);
        refused(use(pass, block, mia), 409, "pass-returned");
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofDays(14)).plusSeconds(1));
        refused(giveBack(old), 409, "too-late-to-return");
        refused(preview(old), 409, "too-late-to-return");
        preview(unpaid).then().statusCode(200).body("comesBack.amount", equalTo(0));
        giveBack(unpaid).then().statusCode(200).body("balance.amount", equalTo(0));
    }

    private Response use(String pass, TaughtBlock block, UUID child) {
        return cara.book(
                UUID.randomUUID().toString(),
                Map.of("sessionId", block.session(1), "childIds", List.of(child), "passId", pass));
    }

    private Response buy(String offer) {
        return cara.asks().body(Map.of("offerId", offer)).post("/v1/passes");
    }

    private static void paid(String pass) {
        Carer.as(Person.INES).post("/v1/passes/" + pass + "/paid").then().statusCode(200);
    }

    private Response giveBack(String pass) {
        return cara.asks().post("/v1/passes/" + pass + "/return");
    }

    private Response preview(String pass) {
        return cara.asks().get("/v1/passes/" + pass + "/return");
    }

    private static Response paidBack(String pass) {
        return Carer.as(Person.INES).post("/v1/passes/" + pass + "/paid-back");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
