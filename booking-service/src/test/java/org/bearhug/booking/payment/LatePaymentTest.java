package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that comes when the seats are not held any more, from banks that take days, or that is not what was asked for. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class LatePaymentTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    Sweep sweep;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private String booking;

    @BeforeEach
    void a_booking_that_is_being_paid() {
        StripeStage.reset(PaidClass.NOW);
        block = paid.block(1);
        booking = paid.booked(cara, block).getString("id");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_payment_after_the_hold_takes_a_seat_again_or_goes_back_in_full(boolean free) {
        paysLater();
        StripeStage.at(PaidClass.NOW.plus(Duration.ofDays(6)));
        paid.sql()
                .change(
                        "UPDATE held_seat SET expires_at = ?::timestamptz WHERE booking_id = ?::uuid",
                        PaidClass.NOW.toString(),
                        booking);
        Carer omar = Carer.fresh();
        if (!free) {
            paid.hasPaid(paid.booked(omar, block).getString("id"));
        }

        settles(true);

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        if (free) {
            assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
            assertThat(StripeStage.all("refunds")).isEmpty();
        } else {
            paid.later(PaidClass.NOW.plus(Duration.ofDays(6)));
            assertThat(paid.state(booking)).isEqualTo("EXPIRED");
            assertThat(StripeStage.all("refunds")).hasSize(1);
            assertThat(paid.lines(booking)).containsExactlyInAnyOrder("PAYMENT -6500", "REFUND 6500");
            assertThat(paid.lettersTo(cara.id())).containsExactly("PAID_TOO_LATE");
        }
    }

    @Test
    void a_bank_that_takes_days_keeps_the_seats_until_it_has_spoken() {
        paysLater();
        paid.later(PaidClass.NOW.plus(Duration.ofDays(5)));

        assertThat(paid.payment(booking)).isEqualTo("PROCESSING");
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        settles(true);

        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
    }

    @Test
    void a_bank_that_says_no_sets_the_seats_free() {
        paysLater();
        settles(false);

        assertThat(paid.payment(booking)).isEqualTo("FAILED");
        assertThat(paid.state(booking)).isEqualTo("EXPIRED");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        assertThat(paid.lettersTo(cara.id())).containsExactly("NOT_PAID");
    }

    private void paysLater() {
        StripeStage.tell("pay-later", Map.of("session", paid.session(booking)));
        StripeStage.deliver();
        paid.worked();
    }

    private void settles(boolean well) {
        StripeStage.tell("settle", Map.of("session", paid.session(booking), "well", well));
        StripeStage.deliver();
        paid.worked();
    }

    @Test
    void who_pays_what_was_given_up_gets_everything_back() {
        cara.cancel(booking).then().statusCode(200);
        paid.hasPaid(booking);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(paid.state(booking)).isEqualTo("CANCELLED");
        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("PAYMENT -6500", "REFUND 6500");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
    }

    @Test
    void a_class_that_was_cancelled_meanwhile_takes_no_money() {
        block.changed(0, 2, Map.of("state", "CANCELLED"));
        paid.hasPaid(booking);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(1)));

        assertThat(paid.state(booking)).isEqualTo("EXPIRED");
        assertThat(StripeStage.all("refunds")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount_total=1", "currency=eur", "client_reference_id=somebody"})
    void something_else_than_was_asked_for_confirms_nothing(String difference) {
        String[] field = difference.split("=");
        Object value = field[1].equals("1") ? (Object) 1 : field[1];
        StripeStage.tell("edit", Map.of("session", paid.session(booking), "fields", Map.of(field[0], value)));
        paid.hasPaid(booking);

        assertThat(paid.payment(booking)).isEqualTo("MISMATCH");
        assertThat(paid.state(booking)).isEqualTo("EXPIRED");
        assertThat(paid.lines(booking)).isEmpty();
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        StripeStage.deliver();
        paid.later(PaidClass.TOO_LATE);
        assertThat(paid.payment(booking)).isEqualTo("MISMATCH");
    }

    @Test
    void a_message_that_never_comes_is_not_needed() {
        paid.pays(booking);
        TestClock.set(PaidClass.NOW.plus(Duration.ofMinutes(4)));
        sweep.look();
        assertThat(paid.state(booking)).isEqualTo("PENDING_PAYMENT");

        TestClock.set(PaidClass.NOW.plus(Duration.ofMinutes(6)));
        sweep.look();

        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BROKEN", "THROTTLED", "PAGE", "CUT_AFTERWARDS", "SLOW", "UNAUTHORIZED"})
    void a_stripe_that_is_away_when_it_is_booked_opens_the_page_later(String fault) {
        TaughtBlock another = paid.block(1);
        UUID mia = paid.childOf(cara);
        StripeStage.fault(fault, "POST /v1/checkout");
        var answer = cara.book("k", Map.of("blockId", another.id(), "childIds", List.of(mia)));
        answer.then()
                .statusCode(201)
                .body("state", equalTo("PENDING_PAYMENT"))
                .body("payment.state", equalTo("OPENING"));
        StripeStage.fault("BROKEN", "POST /v1/checkout");
        String refresh = "/v1/payments/" + answer.path("payment.id") + "/refresh";
        cara.asks().post(refresh).then().statusCode(503).body("code", equalTo("service-unavailable"));

        paid.later(PaidClass.NOW.plusSeconds(31));

        cara.asks().post(refresh).then().statusCode(200).body("state", equalTo("OPEN"));
        paid.hasPaid(answer.path("id"));
        assertThat(paid.state(answer.path("id"))).isEqualTo("CONFIRMED");
        assertThat(StripeStage.all("sessions")).hasSize(2);
    }

    @Test
    void a_page_that_could_never_be_opened_is_given_up() {
        TaughtBlock another = paid.block(1);
        StripeStage.tell("faults", Map.of("fault", "BROKEN", "call", "POST /v1/checkout", "times", 9));
        String lost = paid.booked(cara, another).getString("id");

        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(46)));

        assertThat(paid.payment(lost)).isEqualTo("EXPIRED");
        assertThat(paid.state(lost)).isEqualTo("EXPIRED");
        assertThat(given.states(another.session(0))).containsExactly(0, 0, 0);
    }
}
