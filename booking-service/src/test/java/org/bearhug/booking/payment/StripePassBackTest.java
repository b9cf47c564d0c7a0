package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The money of passes that were paid by Stripe and go back, to the carer or to her bank. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class StripePassBackTest {

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

    @Test
    void one_that_goes_back_is_paid_back_by_stripe_and_asked_for_again_when_it_fails() {
        String pass = bought();
        paid.hasPaid(pass);
        StripeStage.tell("refunds-are", Map.of("status", "failed", "reason", "unknown"));
        cara.asks()
                .post("/v1/passes/" + pass + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("balance.amount", equalTo(-4000));
        refused(Carer.as(Person.INES).post("/v1/passes/" + pass + "/paid-back"), "nothing-to-pay-back");
        paid.later(PaidClass.NOW);
        StripeStage.tell("refunds-are", Map.of("status", "succeeded"));
        paid.later(PaidClass.NOW.plus(Duration.ofHours(2)));

        assertThat(paid.refundKeys(pass)).hasSize(2).doesNotHaveDuplicates();
        assertThat(paid.lines(pass))
                .containsExactlyInAnyOrder("CHARGE 4000", "PAYMENT -4000", "CREDIT -4000", "REFUND 4000");
        assertThat(paid.pass(cara, pass).getInt("balance.amount")).isZero();
        assertThat(lettersNow()).isEmpty();
        Carer.as(Person.INES)
                .get("/v1/passes/" + pass + "/payments")
                .then()
                .statusCode(200)
                .body("payments.state", equalTo(List.of("PAID")))
                .body("refunds.state", equalTo(List.of("SUCCEEDED")))
                .body("refunds.amount.amount", equalTo(List.of(4000)));
    }

    @Test
    void what_is_paid_on_the_page_of_one_that_was_given_back_goes_back() {
        String pass = bought();
        cara.asks()
                .post("/v1/passes/" + pass + "/return")
                .then()
                .statusCode(200)
                .body("balance.amount", equalTo(0));
        paid.hasPaid(pass);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("RETURNED");
        assertThat(paid.lines(pass))
                .containsExactlyInAnyOrder("CHARGE 4000", "CREDIT -4000", "PAYMENT -4000", "REFUND 4000");
    }

    @Test
    void what_a_bank_took_back_is_owed_again_and_can_be_paid_on_another_page() {
        String pass = bought();
        assertThat(paid.pass(cara, pass).getBoolean("payableOnline")).isFalse();
        paid.hasPaid(pass);
        String dispute = StripeStage.tell("dispute", Map.of("session", paid.session(pass), "amount", 4000))
                .path("id")
                .asText();
        StripeStage.tell("end-dispute", Map.of("id", dispute, "status", "lost"));
        StripeStage.deliver();
        paid.worked();

        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PENDING_PAYMENT");
        assertThat(paid.pass(cara, pass).getBoolean("payableOnline")).isTrue();
        Carer.as(Person.INES)
                .get("/v1/pass-offers/" + offer + "/passes")
                .then()
                .statusCode(200)
                .body("items.payableOnline", equalTo(List.of(false)));
        assertThat(lettersNow()).contains("DISPUTE_LOST");
        Carer.as(Person.INES)
                .get("/v1/me/payments?limit=1")
                .then()
                .body("items[0].passId", equalTo(pass))
                .body("items[0].bookingId", nullValue())
                .body("items[0].title", equalTo("Three sessions"))
                .body("items[0].balance.amount", equalTo(4000))
                .body("items[0].dispute", equalTo("lost"));
        refused(paid.booksWith(cara, pass, paid.block(1), paid.childOf(cara)), "pass-not-paid");

        cara.asks()
                .post("/v1/passes/" + pass + "/checkout")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("amount.amount", equalTo(4000));
        assertThat(paid.pass(cara, pass).getBoolean("payableOnline")).isFalse();
        paid.hasPaid(pass);
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PAID");
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
