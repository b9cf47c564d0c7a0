package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carer's bank asks the money back. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class DisputeTest {

    @Inject
    PaidClass paid;

    private final Carer cara = Carer.fresh();
    private String booking;
    private int letters;

    @BeforeEach
    void a_paid_booking() {
        StripeStage.reset(PaidClass.NOW);
        paid.forgetRefundsOfOthers();
        booking = paid.booked(cara, paid.block(1)).getString("id");
        paid.hasPaid(booking);
        letters = paid.lettersTo(Person.INES.id()).size();
    }

    @Test
    void one_that_is_lost_is_in_the_ledger_once_and_the_instructor_is_told() {
        ends(disputed(6500), "lost");
        told();

        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");
        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500", "REFUND 6500");
        assertThat(reasons()).contains("dispute-lost");
        assertThat(paid.read(cara, booking).getBoolean("payableOnline")).isTrue();
        assertThat(lettersNow()).containsExactly("DISPUTE_OPENED", "DISPUTE_LOST");
        Carer.as(Person.INES)
                .get("/v1/me/payments?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].bookingId", equalTo(booking))
                .body("items[0].dispute", equalTo("lost"));
        cara.asks()
                .get("/v1/bookings/" + booking + "/payments")
                .then()
                .body("refunds.cause", equalTo(List.of("DISPUTE")));

        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(0));
        paid.later(PaidClass.NOW);
        assertThat(StripeStage.all("refunds")).isEmpty();
    }

    @Test
    void one_about_a_part_leaves_the_rest_to_go_back() {
        ends(disputed(2500), "lost");

        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(-4000));

        assertThat(paid.sql()
                        .<Long>one(
                                "SELECT amount FROM refund WHERE booking_id = ?::uuid AND state = 'WANTED'", booking))
                .isEqualTo(4000);
    }

    @Test
    void what_was_to_go_back_waits_for_its_end_and_goes_back_when_it_is_won() {
        String dispute = disputed(6500);
        cara.cancel(booking).then().statusCode(200);
        paid.later(PaidClass.NOW);
        assertThat(paid.refundKeys(booking)).isEmpty();

        ends(dispute, "won");
        paid.later(PaidClass.NOW.plus(Duration.ofHours(2)));

        assertThat(StripeStage.all("refunds")).hasSize(1);
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
        assertThat(lettersNow()).containsExactly("DISPUTE_OPENED", "DISPUTE_CLOSED");
    }

    @Test
    void what_was_to_go_back_goes_no_second_time_when_it_is_lost() {
        String dispute = disputed(6500);
        cara.cancel(booking).then().statusCode(200);

        ends(dispute, "lost");
        paid.later(PaidClass.NOW.plus(Duration.ofHours(2)));

        assertThat(paid.refundKeys(booking)).isEmpty();
        assertThat(paid.read(cara, booking).getInt("balance.amount")).isZero();
        assertThat(lettersNow()).containsExactly("DISPUTE_OPENED", "DISPUTE_LOST");
    }

    private String disputed(long amount) {
        String dispute = StripeStage.tell("dispute", Map.of("session", paid.session(booking), "amount", amount))
                .path("id")
                .asText();
        told();
        return dispute;
    }

    private void ends(String dispute, String how) {
        StripeStage.tell("end-dispute", Map.of("id", dispute, "status", how));
        told();
    }

    /** All messages so far, once more. */
    private void told() {
        StripeStage.deliver();
        paid.worked();
    }

    private List<String> lettersNow() {
        List<String> all = paid.lettersTo(Person.INES.id());
        return all.subList(letters, all.size());
    }

    private List<Object> reasons() {
        return paid.sql().rows("SELECT reason FROM money_entry WHERE booking_id = ?::uuid", booking).stream()
                .map(row -> row.get("reason"))
                .toList();
    }
}
