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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that was paid for a booking whose place another one has by now. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class MovedMoneyTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private TaughtBlock next;

    @BeforeEach
    void two_blocks_of_a_course() {
        StripeStage.reset(PaidClass.NOW);
        block = paid.block(3);
        next = given.block()
                .ofTheCourseOf(block)
                .ofSessions(1)
                .refunds(7, 2, 50)
                .published();
    }

    @Test
    void what_goes_back_already_is_not_carried_over_too() {
        Carer omar = Carer.fresh();
        UUID mia = paid.childOf(cara);
        UUID ben = cara.child("Ben", 10);
        cara.share(ben, "Ben", 10, 2, cara.id(), omar.id());
        given.known(ben, 2);
        String old = cara.bookBlock(block.id(), mia, ben)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        paid.hasPaid(old);
        omar.cancel(old).then().statusCode(200);

        String moved = moved(old, next);
        paid.later(PaidClass.NOW);

        assertThat(wentBack()).containsExactly(6500L);
        assertThat(balance(old)).isZero();
        assertThat(balance(moved)).isZero();
    }

    @Test
    void what_fails_to_go_back_before_a_move_goes_along() {
        Carer omar = Carer.fresh();
        UUID ben = cara.child("Ben", 10);
        cara.share(ben, "Ben", 10, 2, cara.id(), omar.id());
        given.known(ben, 2);
        String old = cara.bookBlock(block.id(), paid.childOf(cara), ben)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        paid.hasPaid(old);
        StripeStage.tell("refunds-are", Map.of("status", "failed", "reason", "lost_or_stolen_card"));
        omar.cancel(old).then().statusCode(200);
        paid.later(PaidClass.NOW);
        StripeStage.tell("refunds-are", Map.of("status", "succeeded"));

        String moved = moved(old, next);
        paid.later(PaidClass.NOW);

        assertThat(wentBack()).containsExactly(6500L);
        assertThat(balance(old)).isZero();
        assertThat(balance(moved)).isZero();
    }

    @Test
    void what_is_given_back_on_stripes_pages_or_lost_to_a_bank_is_that_of_the_booking_with_the_place() {
        TaughtBlock third = given.block()
                .ofTheCourseOf(block)
                .ofSessions(1)
                .refunds(7, 2, 50)
                .published();
        String old = paid.booked(cara, block).getString("id");
        paid.hasPaid(old);
        String session = paid.session(old);
        String latest = moved(moved(old, next), third);

        paid.givesBackAtStripe(old, 1000);
        String dispute = StripeStage.tell("dispute", Map.of("session", session, "amount", 2500))
                .path("id")
                .asText();
        StripeStage.tell("end-dispute", Map.of("id", dispute, "status", "lost"));
        StripeStage.deliver();
        paid.worked();

        assertThat(balance(old)).isZero();
        assertThat(paid.lines(latest)).contains("REFUND 1000", "REFUND 2500");
        cara.cancel(latest).then().statusCode(200).body("balance.amount", equalTo(-3000));
        assertThat(paid.sql()
                        .<Long>one("SELECT amount FROM refund WHERE booking_id = ?::uuid AND state = 'WANTED'", latest))
                .isEqualTo(3000);
    }

    /** Omar's half is to go back when the bank takes all, or a part. */
    @ParameterizedTest
    @CsvSource({"13000, 0, 6500, 0", "9000, 0, 2500, 0", "2500, -4000, 0, 4000"})
    void what_a_bank_takes_counts_first_for_what_was_to_go_back_of_an_older_booking(
            long taken, int ofOld, int ofMoved, long goesBack) {
        Carer omar = Carer.fresh();
        UUID ben = cara.child("Ben", 10);
        cara.share(ben, "Ben", 10, 2, cara.id(), omar.id());
        given.known(ben, 2);
        String old = cara.bookBlock(block.id(), paid.childOf(cara), ben)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        paid.hasPaid(old);
        String dispute = StripeStage.tell("dispute", Map.of("session", paid.session(old), "amount", taken))
                .path("id")
                .asText();
        omar.cancel(old).then().statusCode(200);
        String moved = moved(old, next);

        StripeStage.tell("end-dispute", Map.of("id", dispute, "status", "lost"));
        for (int twice = 0; twice < 2; twice++) {
            StripeStage.deliver();
            paid.worked();
        }

        assertThat(balance(old)).isEqualTo(ofOld);
        assertThat(balance(moved)).isEqualTo(ofMoved);
        assertThat(paid.sql()
                        .<Long>one(
                                "SELECT coalesce(sum(amount), 0)::bigint FROM refund WHERE booking_id = ?::uuid AND state = 'WANTED'",
                                old))
                .isEqualTo(goesBack);
    }

    @Test
    void what_is_paid_late_on_the_page_of_a_booking_that_moved_goes_back() {
        TaughtBlock dearer =
                given.block().ofTheCourseOf(block).ofSessions(1).costs(8000).published();
        String first = paid.booked(cara, block).getString("id");
        paid.hasPaid(first);
        String second = moved(first, dearer);
        cara.asks().post("/v1/bookings/" + second + "/checkout").then().statusCode(200);

        String third = moved(second, next);
        paid.hasPaid(second);
        paid.later(PaidClass.NOW.plusSeconds(60));

        assertThat(wentBack()).containsExactly(1500L);
        assertThat(List.of(balance(first), balance(second), balance(third))).containsExactly(0, 0, 0);
    }

    @Test
    void what_is_left_to_pay_is_payable_online_as_long_as_no_page_is_open_for_it() {
        TaughtBlock dearer =
                given.block().ofTheCourseOf(block).ofSessions(1).costs(8000).published();
        String old = paid.booked(cara, block).getString("id");
        assertThat(isPayableOnline(old)).isFalse();
        paid.hasPaid(old);

        String moved = moved(old, dearer);
        assertThat(isPayableOnline(moved)).isTrue();
        assertThat(isPayableOnline(old)).isFalse();

        cara.asks().post("/v1/bookings/" + moved + "/checkout").then().statusCode(200);
        assertThat(isPayableOnline(moved)).isFalse();
        paid.later(PaidClass.NOW.plus(Duration.ofHours(13)));
        assertThat(isPayableOnline(moved)).isTrue();

        cara.asks().post("/v1/bookings/" + moved + "/checkout").then().statusCode(200);
        paid.hasPaid(moved);
        assertThat(isPayableOnline(moved)).isFalse();
    }

    @Test
    void what_is_owed_is_payable_by_who_made_the_booking_alone() {
        Carer omar = Carer.fresh();
        UUID ben = cara.child("Ben", 10);
        cara.share(ben, "Ben", 10, 2, cara.id(), omar.id());
        given.known(ben, 2);
        String old =
                cara.bookBlock(block.id(), ben).then().statusCode(201).extract().path("id");
        paid.hasPaid(old);
        String moved = moved(
                old,
                given.block().ofTheCourseOf(block).ofSessions(1).costs(8000).published());

        assertThat(isPayableOnline(moved)).isTrue();
        assertThat(paid.read(omar, moved).getBoolean("payableOnline")).isFalse();
        omar.asks().post("/v1/bookings/" + moved + "/checkout").then().statusCode(404);
    }

    private boolean isPayableOnline(String booking) {
        return paid.read(cara, booking).getBoolean("payableOnline");
    }

    private String moved(String booking, TaughtBlock to) {
        return cara.move(booking, to.id()).then().statusCode(201).extract().path("id");
    }

    private int balance(String booking) {
        return paid.read(cara, booking).getInt("balance.amount");
    }

    private static List<Long> wentBack() {
        return StripeStage.all("refunds").stream()
                .filter(refund -> !refund.path("status").asText().equals("failed"))
                .map(refund -> refund.path("amount").asLong())
                .toList();
    }
}
