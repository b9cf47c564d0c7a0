package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that dies at any step of a payment loses no money, gives no free seat and pays nothing back twice. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class StripeCrashTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    GivingBack givingBack;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_class() {
        StripeStage.reset(PaidClass.NOW);
        block = paid.block(1);
    }

    @AfterEach
    void reset_the_clock() {
        Deaths.at(null);
        TestClock.reset();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_OPENING", "AFTER_OPENING", "AFTER_OPENED_COMMITTED"})
    void a_page_is_opened_once_and_the_booking_can_be_paid(Steps.Step death) {
        UUID mia = paid.childOf(cara);
        Map<String, Object> wish = Map.of("blockId", block.id(), "childIds", List.of(mia));
        Deaths.at(death);
        cara.book("k", wish).then().statusCode(500);
        assertThat(Deaths.isOver()).isTrue();
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);

        paid.later(PaidClass.NOW.plusSeconds(31));
        JsonPath booking = cara.book("k", wish).then().statusCode(201).extract().jsonPath();
        paid.hasPaid(booking.getString("id"));

        assertThat(StripeStage.all("sessions")).hasSize(1);
        assertThat(paid.state(booking.getString("id"))).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking.getString("id"))).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_paid_on_a_page_that_we_never_heard_of_is_not_lost(boolean inTime) {
        UUID mia = paid.childOf(cara);
        Deaths.at(Steps.Step.AFTER_OPENING);
        cara.bookBlock(block.id(), mia).then().statusCode(500);
        String session = StripeStage.all("sessions").get(0).path("id").asText();
        StripeStage.tell("pay", Map.of("session", session));
        String booking = cara.asks().get("/v1/bookings").path("items[0].id");

        if (inTime) {
            StripeStage.deliver();
            paid.worked();
        } else {
            paid.later(PaidClass.NOW.plus(Duration.ofHours(1)));
        }

        assertThat(paid.state(booking)).isEqualTo(inTime ? "CONFIRMED" : "EXPIRED");
        StripeStage.deliver();
        paid.worked();
        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_FULFILLED_COMMITTED", "AFTER_FULFILLED_COMMITTED"})
    void what_was_paid_is_confirmed_once(Steps.Step death) {
        JsonPath booking = paid.booked(cara, block);
        String id = booking.getString("id");
        paid.pays(id);
        Deaths.at(death);
        cara.asks()
                .post("/v1/payments/" + booking.getString("payment.id") + "/refresh")
                .then()
                .statusCode(500);
        assertThat(Deaths.isOver()).isTrue();
        assertThat(paid.state(id))
                .isEqualTo(death == Steps.Step.BEFORE_FULFILLED_COMMITTED ? "PENDING_PAYMENT" : "CONFIRMED");

        Deaths.at(death);
        StripeStage.deliver();
        worksUntilItDies();
        Deaths.at(null);
        paid.later(PaidClass.NOW.plus(Duration.ofMinutes(6)));

        assertThat(paid.state(id)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(id)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        assertThat(paid.sql().<Long>one("SELECT count(*) FROM stripe_event WHERE worked_at IS NULL"))
                .isZero();
    }

    private void worksUntilItDies() {
        try {
            paid.tried();
        } catch (Deaths.Death died) {
            assertThat(died).hasMessageContaining("FULFILLED");
        }
        await().until(Deaths::isOver);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "BEFORE_GIVING_BACK",
                "AFTER_GIVING_BACK",
                "BEFORE_GIVEN_BACK_COMMITTED",
                "AFTER_GIVEN_BACK_COMMITTED"
            })
    void what_is_wanted_back_goes_back_once(Steps.Step death) {
        String id = paid.booked(cara, block).getString("id");
        paid.hasPaid(id);
        cara.cancel(id).then().statusCode(200);
        Deaths.at(death);
        assertThatThrownBy(givingBack::giveBack).hasMessageContaining("died");

        paid.later(PaidClass.NOW.plus(Duration.ofHours(1)));
        // Stripe forgets keys after a day; the second try looks before it asks.
        paid.later(PaidClass.NOW.plus(Duration.ofHours(2)));
        StripeStage.deliver();
        paid.worked();

        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(StripeStage.all("refunds").get(0).path("amount").asLong()).isEqualTo(6500);
        assertThat(paid.lines(id))
                .containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500", "CREDIT -6500", "REFUND 6500");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
    }
}
