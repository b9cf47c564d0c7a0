package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refunds to which Stripe says no, at once or days later. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class RefundAgainTest {

    @Inject
    PaidClass paid;

    private final Carer cara = Carer.fresh();
    private String booking;

    @BeforeEach
    void a_paid_booking() {
        StripeStage.reset(PaidClass.NOW);
        paid.forgetRefundsOfOthers();
        booking = paid.booked(cara, paid.block(1)).getString("id");
        paid.hasPaid(booking);
    }

    @AfterEach
    void nobody_dies_any_more() {
        Deaths.at(null);
    }

    @Test
    void what_fails_is_asked_for_again_ever_more_rarely_and_then_left_to_the_instructor() {
        StripeStage.tell("refunds-are", Map.of("status", "failed", "reason", "unknown"));
        cara.cancel(booking).then().statusCode(200);
        int letters = paid.lettersTo(Person.INES.id()).size();
        Instant now = PaidClass.NOW;
        paid.later(now);

        for (int no = 1; no < 6; no++) {
            assertThat(refund()).isEqualTo("WANTED unknown " + no);
            Duration pause = Duration.between(now, due());
            Duration usual = Duration.ofHours(1L << (no - 1));
            assertThat(pause)
                    .isBetween(
                            usual.multipliedBy(3).dividedBy(4),
                            usual.multipliedBy(5).dividedBy(4));
            paid.later(due().minusSeconds(1));
            assertThat(paid.refundKeys(booking)).hasSize(no);
            now = due();
            paid.later(now);
        }

        assertThat(refund()).isEqualTo("FAILED unknown 6");
        assertThat(paid.lettersTo(Person.INES.id()).subList(letters, letters + 1))
                .containsExactly("REFUND_FAILED");
        assertThat(paid.refundKeys(booking)).hasSize(6).doesNotHaveDuplicates();
        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500", "CREDIT -6500");
        StripeStage.deliver();
        paid.worked();
        paid.later(now.plus(Duration.ofDays(2)));
        assertThat(refund()).isEqualTo("FAILED unknown 6");
        assertThat(paid.lettersTo(Person.INES.id())).hasSize(letters + 1);
    }

    @Test
    void what_fails_days_later_is_owed_again_and_goes_back_when_stripe_says_yes() {
        StripeStage.tell("refunds-are", Map.of("status", "pending"));
        cara.cancel(booking).then().statusCode(200);
        paid.later(PaidClass.NOW);
        String first = StripeStage.all("refunds").get(0).path("id").asText();
        StripeStage.tell("end-refund", Map.of("id", first, "status", "failed", "reason", "unknown"));
        int letters = paid.lettersTo(Person.INES.id()).size();
        for (int twice = 0; twice < 2; twice++) {
            StripeStage.deliver();
            paid.worked();
        }
        assertThat(refund()).isEqualTo("WANTED unknown 1");
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isEqualTo(-6500);

        StripeStage.tell("refunds-are", Map.of("status", "succeeded"));
        paid.later(PaidClass.NOW.plus(Duration.ofHours(2)));
        StripeStage.deliver();
        paid.worked();

        assertThat(StripeStage.all("refunds")).hasSize(2);
        assertThat(paid.lines(booking))
                .containsExactlyInAnyOrder(
                        "CHARGE 6500", "PAYMENT -6500", "CREDIT -6500", "REFUND 6500", "PAYMENT -6500", "REFUND 6500");
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
        assertThat(paid.lettersTo(Person.INES.id())).hasSize(letters);
        cara.asks()
                .get("/v1/bookings/" + booking + "/payments")
                .then()
                .body("refunds.state", equalTo(List.of("SUCCEEDED")))
                .body("refunds.cause", equalTo(List.of("OWED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_or_stolen_card", "expired_or_canceled_card"})
    void what_will_never_arrive_is_left_to_the_instructor_at_once(String reason) {
        StripeStage.tell("refunds-are", Map.of("status", "failed", "reason", reason));
        cara.cancel(booking).then().statusCode(200);
        paid.later(PaidClass.NOW);

        assertThat(refund()).isEqualTo("FAILED " + reason + " 1");
    }

    @Test
    void nobody_is_asked_to_pay_back_what_was_given_back_on_stripes_own_pages_meanwhile() {
        cara.cancel(booking).then().statusCode(200);
        int letters = paid.lettersTo(Person.INES.id()).size();
        paid.givesBackAtStripe(booking, 6500);
        StripeStage.deliver();
        paid.worked();
        paid.later(PaidClass.NOW);

        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
        assertThat(paid.lettersTo(Person.INES.id())).hasSize(letters);
    }

    @ParameterizedTest
    @CsvSource({"3250, 0", "1000, 2250"})
    void what_was_given_back_on_stripes_own_pages_does_not_go_back_once_more(long there, long here) {
        Instant threeDaysBefore = Given.FIRST_START.minus(Duration.ofDays(3));
        StripeStage.at(threeDaysBefore);
        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(-3250));
        paid.givesBackAtStripe(booking, there);
        StripeStage.deliver();
        paid.worked();

        paid.later(threeDaysBefore);
        paid.later(threeDaysBefore.plus(Duration.ofDays(2)));

        assertThat(StripeStage.all("refunds").stream()
                        .mapToLong(each -> each.path("amount").asLong())
                        .sum())
                .isEqualTo(there + here);
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
        assertThat(paid.sql()
                        .<Long>one(
                                "SELECT count(*) FROM refund WHERE booking_id = ?::uuid AND problem = 'not-owed' AND state = 'FAILED'",
                                booking))
                .isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_written_down_keeps_no_other_from_going_back() {
        Carer omar = Carer.fresh();
        String other = paid.booked(omar, paid.block(1)).getString("id");
        paid.hasPaid(other);
        cara.cancel(booking).then().statusCode(200);
        omar.cancel(other).then().statusCode(200);
        Deaths.at(Steps.Step.BEFORE_GIVEN_BACK_COMMITTED);

        paid.later(PaidClass.NOW);

        assertThat(Deaths.isOver()).isTrue();
        assertThat(List.of(paid.lines(booking).size(), paid.lines(other).size()))
                .containsExactlyInAnyOrder(3, 4);
        paid.later(PaidClass.NOW.plus(Duration.ofHours(1)));
        assertThat(paid.lines(booking)).hasSize(4);
        assertThat(paid.lines(other)).hasSize(4);
        assertThat(StripeStage.all("refunds")).hasSize(2);
    }

    private String refund() {
        return paid.sql()
                .one(
                        "SELECT state || ' ' || coalesce(problem, '-') || ' ' || failures FROM refund WHERE booking_id = ?::uuid AND cause = 'OWED'",
                        booking);
    }

    private Instant due() {
        return Instant.parse(paid.sql()
                .<String>one(
                        "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM refund WHERE booking_id = ?::uuid",
                        booking));
    }
}
