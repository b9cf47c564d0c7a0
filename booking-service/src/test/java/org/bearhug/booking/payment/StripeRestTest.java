package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left to pay of a booking that is confirmed, where it can be paid by Stripe and by hand. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class StripeRestTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    Dues dues;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_clock() {
        StripeStage.reset(PaidClass.NOW);
    }

    /** Paid for a cheaper block, and moved. */
    private String moved(long pence) {
        TaughtBlock block = paid.block(1);
        TaughtBlock dearer = given.block()
                .ofTheCourseOf(block)
                .ofSessions(1)
                .costs(pence)
                .refunds(7, 2, 50)
                .published();
        String old = paid.booked(cara, block).getString("id");
        paid.hasPaid(old);
        return cara.asks()
                .body(Map.of("blockId", dearer.id()))
                .post("/v1/bookings/" + old + "/move")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse checkout(String booking) {
        return cara.asks().post("/v1/bookings/" + booking + "/checkout").then();
    }

    private static void noted(String booking, String what, long sum) {
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("amount", Map.of("amount", sum, "currency", "GBP")))
                .post("/v1/bookings/" + booking + "/" + what)
                .then()
                .statusCode(201);
    }

    private static List<Long> refunds() {
        return StripeStage.all("refunds").stream()
                .map(each -> each.path("amount").asLong())
                .toList();
    }

    @Test
    void what_is_paid_in_cash_and_on_the_open_page_too_goes_back_to_the_card() {
        String booking = moved(8000);
        checkout(booking).statusCode(200);
        noted(booking, "payments", 1500);

        paid.hasPaid(booking);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(refunds()).containsExactly(1500L);
        assertThat(paid.lines(booking))
                .containsExactlyInAnyOrder(
                        "CHARGE 8000", "PAYMENT -6500", "PAYMENT -1500", "PAYMENT -1500", "REFUND 1500");
    }

    @Test
    void a_page_for_what_was_paid_in_cash_is_closed_and_the_cash_goes_back_by_hand() {
        String booking = moved(8000);
        checkout(booking).statusCode(200);
        noted(booking, "payments", 1500);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));
        assertThat(paid.payment(booking)).isEqualTo("EXPIRED");

        StripeStage.at(PaidClass.NOW);
        cara.cancel(booking).then().statusCode(200);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(refunds()).containsExactly(6500L);
        noted(booking, "refunds", 1500);
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
    }

    @Test
    void the_page_of_a_booking_that_was_given_up_is_closed() {
        String booking = moved(8000);
        checkout(booking).statusCode(200);

        cara.cancel(booking).then().statusCode(200);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(paid.payment(booking)).isEqualTo("EXPIRED");
    }

    /** Nobody is led to a page that is being closed, or is paid already. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_who_ask_for_the_page_of_what_was_given_up_or_paid_are_both_told_that_nothing_is_to_be_paid(
            boolean givenUp) {
        String booking = moved(8000);
        checkout(booking).statusCode(200);
        if (givenUp) {
            cara.cancel(booking).then().statusCode(200);
        } else {
            paid.pays(booking);
        }

        List<String> answers = Race.of(
                2, nth -> () -> checkout(booking).statusCode(409).extract().path("code"));

        assertThat(answers).containsOnly("nothing-to-pay");
        assertThat(paid.payment(booking)).isEqualTo(givenUp ? "EXPIRED" : "PAID");
        assertThat(pages()).containsExactlyInAnyOrder("complete", givenUp ? "expired" : "complete");
    }

    @Test
    void whoever_asks_for_a_page_whose_time_is_over_gets_another_one_for_what_is_owed_by_then() {
        String booking = moved(8000);
        String old = checkout(booking).statusCode(200).extract().path("url");
        noted(booking, "payments", 700);

        StripeStage.at(PaidClass.NOW.plus(Duration.ofHours(12)));
        checkout(booking)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("amount.amount", equalTo(800))
                .body("url", not(equalTo(old)));

        assertThat(pages()).containsExactlyInAnyOrder("complete", "expired", "open");
    }

    @Test
    void nobody_pays_twice_while_the_instructor_looks_at_another_sum_that_was_paid() {
        String booking = moved(8000);
        checkout(booking).statusCode(200);
        StripeStage.tell("edit", Map.of("session", paid.session(booking), "fields", Map.of("amount_total", 1)));
        paid.hasPaid(booking);
        assertThat(paid.payment(booking)).isEqualTo("MISMATCH");

        checkout(booking)
                .statusCode(409)
                .body("code", equalTo("payment-failed"))
                .body("reason", equalTo("another-sum"));

        assertThat(pages()).hasSize(2);
        assertThat(paid.read(cara, booking).getBoolean("payableOnline")).isFalse();
        noted(booking, "payments", 1500);
        checkout(booking).statusCode(409).body("code", equalTo("nothing-to-pay"));
    }

    private static List<String> pages() {
        return StripeStage.all("sessions").stream()
                .map(page -> page.path("status").asText())
                .toList();
    }

    @Test
    void after_a_move_the_rest_is_due_and_somebody_asks_for_it() {
        String booking = moved(8000);

        assertThat(paid.payment(booking)).isEqualTo("DUE");
        assertThat(paid.sql().<Long>one("SELECT amount FROM payment WHERE booking_id = ?::uuid", booking))
                .isEqualTo(1500);
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .get("/v1/me/payments?state=DUE")
                .then()
                .body("items.bookingId", hasItem(booking));
        // Others may be in the queue before her.
        await().until(() -> {
            dues.tell();
            return paid.lettersTo(cara.id()).contains("PAY_INSTRUCTOR");
        });
    }

    @Test
    void after_a_move_to_what_costs_no_more_nothing_is_due() {
        assertThat(paid.payment(moved(6500))).isEqualTo("SETTLED");
    }

    @Test
    void a_page_that_was_not_paid_leaves_due_what_was_due() {
        String booking = moved(8000);
        checkout(booking).statusCode(200);
        assertThat(paid.payment(booking)).isEqualTo("OPEN");

        paid.later(PaidClass.NOW.plus(Duration.ofHours(13)));

        assertThat(paid.payment(booking)).isEqualTo("DUE");
        assertThat(paid.read(cara, booking).getString("payment.dueAt"))
                .isEqualTo(PaidClass.NOW.plus(Duration.ofDays(7)).toString());
        assertThat(paid.lettersTo(cara.id())).doesNotContain("NOT_PAID");
    }

    @Test
    void a_sum_that_stripe_does_not_take_leaves_due_what_was_due() {
        String booking = moved(6510);

        checkout(booking).statusCode(409).body("code", equalTo("payment-failed"));

        assertThat(paid.payment(booking)).isEqualTo("DUE");
    }

    @Test
    void a_page_that_stripe_does_not_know_is_a_refusal() {
        String booking = paid.booked(cara, paid.block(1)).getString("id");
        String id = paid.sql()
                .one(
                        "UPDATE payment SET session_ref = 'cs_gone' || id WHERE booking_id = ?::uuid RETURNING id::text",
                        booking);

        cara.asks()
                .post("/v1/payments/" + id + "/refresh")
                .then()
                .statusCode(409)
                .body("code", equalTo("payment-failed"));
    }

    @Test
    void a_page_is_still_opened_when_stripe_was_away_for_some_minutes() {
        StripeStage.tell("faults", Map.of("fault", "BROKEN", "call", "POST /v1/checkout", "times", 1));
        String booking = paid.booked(cara, paid.block(1)).getString("id");

        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(5)));

        assertThat(paid.payment(booking)).isEqualTo("OPEN");
    }
}
