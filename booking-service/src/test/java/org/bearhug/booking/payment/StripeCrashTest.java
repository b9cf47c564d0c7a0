package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.desk.DeskJobs;
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
    DeskJobs desk;

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

    /** All of it, from the booking to the refund, and another one that is not paid; with every step that there is. */
    @ParameterizedTest
    @EnumSource
    void whichever_step_it_dies_at_no_money_is_lost_and_no_seat_is_free(Steps.Step death) {
        from_the_booking_to_the_refund(death);
    }

    @ParameterizedTest
    @EnumSource(to = "AFTER_OPENED_COMMITTED")
    void nor_when_bookings_share_no_commits(Steps.Step death) {
        desk.shareCommits(false);
        from_the_booking_to_the_refund(death);
    }

    private void from_the_booking_to_the_refund(Steps.Step death) {
        Deaths.at(death);

        JsonPath booking = insists(() -> cara.book("k", wish(cara, block)), 201);
        String id = booking.getString("id");
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        survives(() -> paid.later(PaidClass.NOW.plusSeconds(31)));
        paid.pays(id);
        survives(paid::told);
        insists(() -> cara.asks().post("/v1/payments/" + paid.payments(id).get(0) + "/refresh"), 200);
        assertThat(paid.state(id)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(id)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);

        TaughtBlock another = paid.block(1);
        Carer omar = Carer.fresh();
        String unpaid = insists(() -> omar.book("k", wish(omar, another)), 201).getString("id");
        survives(() -> paid.later(PaidClass.TOO_LATE));
        survives(() -> paid.later(PaidClass.TOO_LATE.plus(Duration.ofMinutes(6))));
        assertThat(paid.state(unpaid)).isEqualTo("EXPIRED");
        assertThat(paid.lines(unpaid)).isEmpty();
        assertThat(given.states(another.session(0))).containsExactly(0, 0, 0);

        cara.cancel(id).then().statusCode(200);
        survives(() -> paid.later(PaidClass.TOO_LATE.plus(Duration.ofHours(1))));
        survives(() -> paid.later(PaidClass.TOO_LATE.plus(Duration.ofHours(3))));
        survives(paid::told);
        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(StripeStage.all("refunds").get(0).path("amount").asLong()).isEqualTo(3250);
        assertThat(paid.lines(id))
                .containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500", "CREDIT -3250", "REFUND 3250");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);

        assertThat(Deaths.isOver()).as("it died").isTrue();
        assertThat(StripeStage.all("sessions")).hasSize(2);
        paid.later(PaidClass.TOO_LATE.plus(Duration.ofHours(5)));
        paid.worked();
    }

    /** From buying it to giving it back, and another one that is not paid. */
    @ParameterizedTest
    @EnumSource
    void whichever_step_it_dies_at_no_money_is_lost_and_no_pass_is_free(Steps.Step death) {
        String offer = paid.passOffer(4000);
        Deaths.at(death);

        String pass = insists(() -> paid.buys(cara, offer), 201).getString("id");
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PENDING_PAYMENT");
        survives(() -> paid.later(PaidClass.NOW.plusSeconds(31)));
        paid.pays(pass);
        survives(paid::told);
        insists(() -> cara.asks().post("/v1/payments/" + paid.payments(pass).get(0) + "/refresh"), 200);
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PAID");
        assertThat(paid.lines(pass)).containsExactlyInAnyOrder("CHARGE 4000", "PAYMENT -4000");

        Carer omar = Carer.fresh();
        String unpaid = insists(() -> paid.buys(omar, offer), 201).getString("id");
        survives(() -> paid.later(PaidClass.TOO_LATE));
        survives(() -> paid.later(PaidClass.TOO_LATE.plus(Duration.ofMinutes(6))));
        assertThat(paid.pass(omar, unpaid).getString("state")).isEqualTo("EXPIRED");
        assertThat(paid.lines(unpaid)).containsExactlyInAnyOrder("CHARGE 4000", "CREDIT -4000");

        cara.asks().post("/v1/passes/" + pass + "/return").then().statusCode(200);
        survives(() -> paid.later(PaidClass.TOO_LATE.plus(Duration.ofHours(1))));
        survives(() -> paid.later(PaidClass.TOO_LATE.plus(Duration.ofHours(3))));
        survives(paid::told);
        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(paid.lines(pass))
                .containsExactlyInAnyOrder("CHARGE 4000", "PAYMENT -4000", "CREDIT -4000", "REFUND 4000");

        assertThat(Deaths.isOver()).as("it died").isTrue();
        assertThat(StripeStage.all("sessions")).hasSize(2);
        paid.later(PaidClass.TOO_LATE.plus(Duration.ofHours(5)));
        paid.worked();
    }

    private final Map<Carer, UUID> children = new HashMap<>();

    private Map<String, ?> wish(Carer carer, TaughtBlock wanted) {
        return Map.of("blockId", wanted.id(), "childIds", List.of(children.computeIfAbsent(carer, paid::childOf)));
    }

    /** Asks once more under the same key when there was no answer, as anybody does. */
    private static JsonPath insists(Supplier<Response> request, int status) {
        Response answer = request.get();
        return (answer.statusCode() == 500 ? request.get() : answer)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    /** Lives again after it died. */
    private static void survives(Runnable jobs) {
        try {
            jobs.run();
        } catch (Deaths.Death died) {
            jobs.run();
        }
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
}
