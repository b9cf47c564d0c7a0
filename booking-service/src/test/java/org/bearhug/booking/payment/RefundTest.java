package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(StripeProfile.class)
class RefundTest {

    @Inject
    PaidClass paid;

    @Inject
    GivingBack givingBack;

    private final Carer cara = Carer.fresh();
    private String booking;

    @BeforeEach
    void a_paid_booking() {
        StripeStage.reset(PaidClass.NOW);
        TaughtBlock block = paid.block(1);
        booking = paid.booked(cara, block).getString("id");
        paid.hasPaid(booking);
    }

    @Test
    void what_the_terms_give_back_goes_back_by_stripe() {
        StripeStage.at(Given.FIRST_START.minus(Duration.ofDays(3)));
        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(-3250));
        givingBack.giveBack();

        assertThat(StripeStage.all("refunds").get(0).path("amount").asLong()).isEqualTo(3250);
        cara.asks()
                .get("/v1/bookings/" + booking + "/payments")
                .then()
                .statusCode(200)
                .body("refunds", hasSize(1))
                .body("refunds[0].state", equalTo("SUCCEEDED"))
                .body("refunds[0].amount.amount", equalTo(3250));
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
        assertThat(paid.lines(booking))
                .containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500", "CREDIT -3250", "REFUND 3250");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BROKEN",
                "THROTTLED",
                "PAGE",
                "CUT",
                "CUT_AFTERWARDS",
                "BROKEN_AFTERWARDS",
                "SLOW",
                "UNAUTHORIZED"
            })
    void however_stripe_fails_it_goes_back_once(String fault) {
        cara.cancel(booking).then().statusCode(200);
        StripeStage.fault(fault, "POST /v1/refunds");
        givingBack.giveBack();
        // Java itself sends again what was cut off, under the same key.
        assertThat(paid.lines(booking)).hasSize(fault.equals("CUT") ? 4 : 3);

        paid.later(PaidClass.NOW.plus(Duration.ofHours(1)));
        paid.later(PaidClass.NOW.plus(Duration.ofHours(3)));

        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(paid.lines(booking)).hasSize(4);
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
    }

    @Test
    void a_refund_that_fails_afterwards_is_owed_again_and_the_instructor_is_told() {
        StripeStage.tell("refunds-are", Map.of("status", "pending"));
        cara.cancel(booking).then().statusCode(200);
        givingBack.giveBack();
        assertThat(paid.sql().<String>one("SELECT state FROM refund WHERE booking_id = ?::uuid", booking))
                .isEqualTo("SENT");
        String refund = StripeStage.all("refunds").get(0).path("id").asText();
        int before = paid.lettersTo(Person.INES.id()).size();

        StripeStage.tell("end-refund", Map.of("id", refund, "status", "failed"));
        StripeStage.deliver();
        paid.worked();

        assertThat(paid.read(cara, booking).getInt("balance.amount")).isEqualTo(-6500);
        assertThat(paid.lettersTo(Person.INES.id()).subList(before, before + 1)).containsExactly("REFUND_FAILED");
        byHand(6500).then().statusCode(201).body("balance.amount", equalTo(0));
        byHand(1).then().statusCode(409).body("code", equalTo("nothing-to-pay-back"));
    }

    private io.restassured.response.Response byHand(long sum) {
        return Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .body(Map.of("amount", Map.of("amount", sum, "currency", "GBP"), "note", "by bank"))
                .post("/v1/bookings/" + booking + "/refunds");
    }

    @Test
    void what_stripe_will_not_give_back_is_to_be_paid_back_by_hand() {
        String intent = paid.sql().one("SELECT intent_ref FROM payment WHERE booking_id = ?::uuid", booking);
        paid.sql().change("UPDATE payment SET intent_ref = 'pi_gone' WHERE intent_ref = ?", intent);
        cara.cancel(booking).then().statusCode(200);
        byHand(1).then().statusCode(409).body("toPayBack.amount", equalTo(0));
        givingBack.giveBack();

        assertThat(paid.sql()
                        .<String>one("SELECT state || ' ' || problem FROM refund WHERE booking_id = ?::uuid", booking))
                .isEqualTo("FAILED resource_missing");
        byHand(6500).then().statusCode(201);
    }

    @Test
    void what_somebody_gave_back_on_stripes_own_pages_is_in_the_ledger() {
        paid.givesBackAtStripe(booking, 1000);
        for (int twice = 0; twice < 2; twice++) {
            StripeStage.deliver();
            paid.worked();
        }

        assertThat(paid.lines(booking)).contains("REFUND 1000").hasSize(3);
        cara.cancel(booking).then().statusCode(200);
        givingBack.giveBack();
        assertThat(StripeStage.all("refunds").stream()
                        .mapToLong(each -> each.path("amount").asLong()))
                .containsExactly(1000L, 5500L);
    }

    @Test
    void a_dispute_is_noted_and_shown_to_the_instructor_in_whatever_order_it_is_told() {
        String dispute = StripeStage.tell("dispute", Map.of("session", paid.session(booking)))
                .path("id")
                .asText();
        StripeStage.tell("end-dispute", Map.of("id", dispute, "status", "lost"));
        List<String> told = StripeStage.all("events").stream()
                .filter(event -> event.path("type").asText().startsWith("charge.dispute"))
                .map(event -> event.path("id").asText())
                .toList();

        StripeStage.tell("deliver", Map.of("ids", told));
        paid.worked();

        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking)).contains("REFUND 6500").hasSize(3);
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .get("/v1/me/payments?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].bookingId", equalTo(booking))
                .body("items[0].dispute", equalTo("lost"));
    }
}
