package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(StripeProfile.class)
class StripeWebhookTest {

    private static final String PATH = "/v1/payments/stripe/webhooks";
    private static final String EVENT =
            "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{}}}";

    @Inject
    PaidClass paid;

    private final Carer cara = Carer.fresh();
    private String booking;

    @BeforeEach
    void a_booking_that_is_being_paid() {
        StripeStage.reset(PaidClass.NOW);
        booking = paid.booked(cara, paid.block(1)).getString("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=,v1=",
                "t=1930212000",
                "v1=00",
                "t=1930212000,v1=00",
                "t=x,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1930212000,v0=0000000000000000000000000000000000000000000000000000000000000000",
            })
    void what_is_not_signed_by_stripe_is_not_taken(String signature) {
        Carer.nobody()
                .header("Stripe-Signature", signature)
                .body(EVENT)
                .post(PATH)
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-signature"));
        Carer.nobody().body(EVENT).post(PATH).then().statusCode(401);
        assertThat(paid.sql().<Long>one("SELECT count(*) FROM stripe_event WHERE id = 'evt_1'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -300, 0, 300, 301})
    void a_signature_is_good_for_five_minutes(long seconds) {
        JsonNode answer =
                StripeStage.tell("send", Map.of("body", EVENT, "at", PaidClass.NOW.getEpochSecond() + seconds));

        assertThat(answer.path("status").asInt()).isEqualTo(Math.abs(seconds) > 300 ? 401 : 204);
        paid.sql().change("DELETE FROM stripe_event WHERE id = 'evt_1'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "{}",
                "{\"id\":\"e\"}",
                "{\"type\":\"t\"}",
                "not json",
                "{\"id\":7,\"type\":{}}",
                "{\"id\":7,\"type\":\"t\"}",
                "{\"id\":\"e\",\"type\":7}"
            })
    void what_is_signed_and_no_event_is_refused(String body) {
        assertThat(StripeStage.tell("send", Map.of("body", body)).path("status").asInt())
                .isEqualTo(400);
    }

    @Test
    void messages_may_come_twice_in_any_order_and_of_another_version() {
        StripeStage.tell("version", Map.of("version", "2019-01-01"));
        StripeStage.tell("decline", Map.of("session", paid.session(booking)));
        paid.pays(booking);
        List<String> ids = new ArrayList<>(StripeStage.all("events").stream()
                .map(event -> event.path("id").asText())
                .toList());
        ids.addAll(List.copyOf(ids));
        Collections.shuffle(ids, new java.util.Random(7));

        assertThat(StripeStage.tell("deliver", Map.of("ids", ids))).allMatch(status -> status.asInt() == 204);
        paid.worked();

        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
        assertThat(paid.payment(booking)).isEqualTo("PAID");
    }

    @Test
    void a_message_is_worked_on_again_when_stripe_was_away() {
        paid.pays(booking);
        StripeStage.tell("faults", Map.of("fault", "BROKEN", "call", "GET /v1/checkout", "times", 5));
        StripeStage.deliver();
        paid.tried();
        await().until(() -> StripeStage.calls("GET /v1/checkout") > 0);
        assertThat(paid.state(booking)).isEqualTo("PENDING_PAYMENT");
        StripeStage.tell("calm", Map.of());

        paid.later(PaidClass.NOW.plusSeconds(121));

        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
    }

    @Test
    void the_carer_who_comes_back_and_stripes_message_confirm_together_once() {
        String refresh = "/v1/payments/" + paid.read(cara, booking).getString("payment.id") + "/refresh";
        paid.pays(booking);

        List<Integer> answers = Race.of(
                8,
                nth -> () -> nth % 2 == 0
                        ? cara.asks().post(refresh).statusCode()
                        : 200 + StripeStage.tell("deliver", Map.of()).size());
        paid.worked();

        assertThat(answers).allMatch(status -> status / 100 == 2);
        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
        assertThat(paid.sql()
                        .<Long>one(
                                "SELECT count(*) FROM place WHERE booking_id = ?::uuid AND state = 'CONFIRMED'",
                                booking))
                .isEqualTo(1);
        assertThat(paid.sql()
                        .<Long>one(
                                "SELECT count(*) FROM outbox WHERE type = 'place.confirmed' AND payload->>'bookingId' = ?",
                                booking))
                .isEqualTo(1);
    }

    @Test
    void nothing_about_a_person_is_kept_of_a_message() {
        String body =
                "{\"id\":\"evt_p\",\"type\":\"charge.succeeded\",\"data\":{\"object\":{\"id\":\"ch_1\",\"billing_details\":{\"email\":\"cara@example.org\"}}}}";
        StripeStage.tell("send", Map.of("body", body));

        assertThat(paid.sql()
                        .rows("SELECT e::text FROM stripe_event e WHERE id = 'evt_p'")
                        .toString())
                .contains("ch_1")
                .doesNotContain("cara");
    }
}
