package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pay the instructor: the place is there at once, and the money comes when it comes. */
@QuarkusTest
class ManualPaymentTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    Dues dues;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private String booking;

    @BeforeEach
    void a_booking_that_is_due() {
        TestClock.set(PaidClass.NOW);
        InstructorRules.are("Bank: 12-34-56 789", 3, null);
        block = paid.block(2);
        booking = paid.booked(cara, block).getString("id");
    }

    @Test
    void the_place_is_taken_and_the_carer_is_told_how_to_pay_and_by_when() {
        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("payment.provider", equalTo("MANUAL"))
                .body("payment.state", equalTo("DUE"))
                .body("payment.dueAt", equalTo("2031-03-06T10:00:00Z"))
                .body("payment.howToPay", equalTo("Bank: 12-34-56 789"))
                .body("balance.amount", equalTo(6500));
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        dues.tell();
        dues.tell();
        assertThat(paid.lettersTo(cara.id())).containsExactly("PAY_INSTRUCTOR");

        TestClock.set(PaidClass.NOW.plus(Duration.ofDays(2)).minusSeconds(1));
        dues.remind();
        assertThat(paid.lettersTo(cara.id())).hasSize(1);
        TestClock.set(PaidClass.NOW.plus(Duration.ofDays(2)));
        dues.remind();
        dues.remind();
        assertThat(paid.lettersTo(cara.id())).containsExactly("PAY_INSTRUCTOR", "PAYMENT_REMINDER");
    }

    @Test
    void the_instructor_notes_what_came_and_it_is_seen_who_did_and_when() {
        noted("payments", 2500, "cash").statusCode(201).body("balance.amount", equalTo(4000));
        noted("payments", 4001, null)
                .statusCode(409)
                .body("code", equalTo("more-than-owed"))
                .body("balance.amount", equalTo(4000));
        noted("payments", 4000, null)
                .statusCode(201)
                .body("balance.amount", equalTo(0))
                .body("$", not(hasKey("note")));

        cara.asks()
                .get("/v1/bookings/" + booking + "/payments")
                .then()
                .body("payments[0].state", equalTo("PAID"))
                .body("byHand", hasSize(2))
                .body("byHand[0].note", equalTo("cash"))
                .body("byHand[0].by", equalTo(Person.INES.id().toString()))
                .body("byHand[0].at", equalTo(PaidClass.NOW.toString()));
        assertThat(paid.lines(booking)).containsExactly("CHARGE 6500", "PAYMENT -2500", "PAYMENT -4000");
        dues.tell();
        dues.remind();
        assertThat(paid.lettersTo(cara.id())).isEmpty();
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .get("/v1/me/payments?state=PAID&limit=1")
                .then()
                .body("items[0].bookingId", equalTo(booking))
                .body("items[0].balance.amount", equalTo(0));
    }

    @Test
    void a_note_is_for_a_sum_in_the_bookings_currency() {
        String path = "/v1/bookings/" + booking + "/payments";
        for (String body : new String[] {
            "{}",
            "{\"amount\":{\"amount\":0,\"currency\":\"GBP\"}}",
            "{\"amount\":{\"amount\":1,\"currency\":\"EUR\"}}",
            "{\"amount\":{\"amount\":1,\"currency\":\"gbp\"}}",
            "{\"amount\":7}",
            "{\"amount\":{\"amount\":1.5,\"currency\":\"GBP\"}}",
            "{\"amount\":{\"amount\":1,\"currency\":\"GBP\"},\"note\":\"\"}",
            "{\"amount\":{\"amount\":1,\"currency\":\"GBP\"},\"colour\":1}",
            "{\"amount\":{\"amount\":1,\"currency\":\"GBP\"},\"note\":\"" + "x".repeat(201) + "\"}"
        }) {
            Carer.nobody()
                    .auth()
                    .oauth2(Person.INES.token())
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400);
        }
        assertThat(paid.lines(booking)).containsExactly("CHARGE 6500");
    }

    @Test
    void what_was_paid_by_hand_is_paid_back_by_hand() {
        noted("payments", 6500, null).statusCode(201);
        int before = paid.lettersTo(Person.INES.id()).size();
        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(-6500));

        assertThat(paid.lettersTo(Person.INES.id()).subList(before, before + 1)).containsExactly("PAY_BACK");
        noted("refunds", 6501, null).statusCode(409).body("code", equalTo("nothing-to-pay-back"));
        noted("refunds", 6500, "by bank").statusCode(201).body("balance.amount", equalTo(0));
    }

    @Test
    void what_was_given_up_before_it_was_paid_is_not_due_any_more() {
        cara.cancel(booking)
                .then()
                .statusCode(200)
                .body("payment.state", equalTo("SETTLED"))
                .body("balance.amount", equalTo(0));
        noted("payments", 1, null).statusCode(409);
    }

    @Test
    void erasing_a_carer_takes_the_words_and_leaves_the_sums() {
        cara.known();
        noted("payments", 6500, "from Cara's gran").statusCode(201);
        dues.tell();

        cara.erased(9);
        org.awaitility.Awaitility.await()
                .until(() -> given.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", cara.id()) != null);

        assertThat(paid.lettersTo(cara.id())).isEmpty();
        assertThat(paid.sql()
                        .<String>one(
                                "SELECT amount || coalesce(note, '') FROM payment_by_hand WHERE booking_id = ?::uuid",
                                booking))
                .isEqualTo("6500");
        assertThat(paid.lines(booking)).hasSize(2);
    }

    @Test
    void there_is_no_page_to_pay_on() {
        assertThat(paid.read(cara, booking).getBoolean("payableOnline")).isFalse();
        cara.asks()
                .post("/v1/bookings/" + booking + "/checkout")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-online-payment"));
    }

    private ValidatableResponse noted(String what, long sum, String note) {
        Map<String, Object> body = new HashMap<>(Map.of("amount", Map.of("amount", sum, "currency", "GBP")));
        if (note != null) {
            body.put("note", note);
        }
        return Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/bookings/" + booking + "/" + what)
                .then();
    }
}
