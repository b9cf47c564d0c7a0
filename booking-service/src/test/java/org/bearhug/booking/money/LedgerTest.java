package org.bearhug.booking.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LedgerTest {

    @Inject
    Given given;

    @Inject
    Ledger ledger;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private String booking;

    @BeforeEach
    void a_booking_for_65_pounds() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
        given.known(mia);
        block = given.block().ofSessions(2).refunds(7, 2, 33).published();
        booking = cara.bookBlock(block.id(), mia)
                .then()
                .statusCode(201)
                .body("balance.amount", equalTo(6500))
                .extract()
                .path("id");
    }

    @Test
    void what_is_booked_is_charged() {
        linesOf(booking)
                .body("balance", equalTo(Map.of("amount", 6500, "currency", "GBP")))
                .body("entries.kind", contains("CHARGE"))
                .body("entries.reason", contains("booked"))
                .body("entries.by", contains(cara.id().toString()))
                .body("entries.at", contains(Given.A_WEEK_BEFORE.toString()));
    }

    @Test
    void what_costs_nothing_has_no_lines() {
        TaughtBlock free = given.block().ofSessions(1).costs(0).published();

        linesOf(cara.bookBlock(free.id(), mia).then().statusCode(201).extract().path("id"))
                .body("balance.amount", equalTo(0))
                .body("entries", empty());
    }

    @Test
    void a_refused_booking_leaves_no_lines() {
        long before = given.sql().<Long>one("SELECT count(*) FROM money_entry WHERE entered_by = ?", cara.id());

        cara.bookBlock(block.id(), mia).then().statusCode(409);

        assertThat(given.sql().<Long>one("SELECT count(*) FROM money_entry WHERE entered_by = ?", cara.id()))
                .isEqualTo(before);
    }

    @Test
    void giving_up_credits_what_the_terms_promise_and_leaves_the_rest_to_pay() {
        TestClock.set(Given.FIRST_START.minusSeconds(3 * 86400));
        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(6500 - 2145));
        cara.cancel(booking).then().statusCode(200);

        linesOf(booking)
                .body("balance.amount", equalTo(6500 - 2145))
                .body("entries.kind", contains("CHARGE", "CREDIT"))
                .body("entries.amount.amount", contains(6500, -2145))
                .body("entries.reason", contains("booked", "cancelled"));
    }

    @Test
    void what_was_paid_is_owed_back_after_that() {
        pay(booking, 6500, null);
        cara.cancel(booking).then().statusCode(200).body("balance.amount", equalTo(-6500));
        in(() -> ledger.refund(Purchase.booking(UUID.fromString(booking)), pounds(6500), "transferred", null, null));

        linesOf(booking)
                .body("balance.amount", equalTo(0))
                .body("entries.kind", contains("CHARGE", "PAYMENT", "CREDIT", "REFUND"))
                .body("entries.amount.amount", contains(6500, -6500, -6500, 6500));
    }

    @Test
    void a_session_that_its_instructor_cancels_is_credited() {
        block.changed(1, 2, Map.of("state", "CANCELLED"));

        await().untilAsserted(() -> linesOf(booking)
                .body("balance.amount", equalTo(3250))
                .body("entries.reason", contains("booked", "session-cancelled")));
        linesOf(booking).body("entries[1]", not(hasKey("by")));
    }

    @Test
    void a_missed_session_earns_a_seat_and_no_money() {
        cara.absent(cara.asks().get("/v1/bookings/" + booking).path("places[0].id"))
                .then()
                .statusCode(200);

        linesOf(booking).body("balance.amount", equalTo(6500)).body("entries.kind", contains("CHARGE"));
    }

    @ParameterizedTest
    @CsvSource({"0, 8000", "5000, 3000", "6500, 1500"})
    void what_was_paid_moves_along_to_another_block(long paid, int toPay) {
        TaughtBlock other =
                given.block().ofTheCourseOf(block).ofSessions(1).costs(8000).published();
        pay(booking, paid, null);
        String moved = cara.move(booking, other.id())
                .then()
                .statusCode(201)
                .body("balance.amount", equalTo(toPay))
                .extract()
                .path("id");

        linesOf(booking).body("balance.amount", equalTo(0));
        linesOf(moved).body("balance.amount", equalTo(toPay));
    }

    @Test
    void nobody_but_who_booked_and_the_instructor_sees_it() {
        Carer omar = Carer.fresh();
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);

        omar.asks().get("/v1/bookings/" + booking).then().statusCode(200).body("$", not(hasKey("balance")));
        omar.asks().get("/v1/bookings/" + booking + "/ledger").then().statusCode(404);
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .get("/v1/bookings/" + booking + "/ledger")
                .then()
                .statusCode(200)
                .body("balance.amount", equalTo(6500));
    }

    @Test
    void a_payment_is_entered_once_and_in_the_currency_of_the_booking() {
        String reference = "pi_" + UUID.randomUUID();
        pay(booking, 100, reference);

        assertThatThrownBy(() -> pay(booking, 100, reference)).hasStackTraceContaining("entered_once_per_reference");
        assertThatThrownBy(() -> in(() -> ledger.payment(
                        Purchase.booking(UUID.fromString(booking)), new Money(100, "EUR"), "transferred", null, null)))
                .isInstanceOf(IllegalArgumentException.class);
        linesOf(booking).body("balance.amount", equalTo(6400));
    }

    private ValidatableResponse linesOf(String id) {
        return cara.asks().get("/v1/bookings/" + id + "/ledger").then().statusCode(200);
    }

    private void pay(String id, long pence, String reference) {
        in(() -> ledger.payment(Purchase.booking(UUID.fromString(id)), pounds(pence), "transferred", reference, null));
    }

    private static void in(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static Money pounds(long pence) {
        return new Money(pence, "GBP");
    }
}
