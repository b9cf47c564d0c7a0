package org.bearhug.booking.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an instructor earns with a block and how full it is, counted from what happened. */
@QuarkusTest
class FiguresTest {

    @Inject
    Given given;

    @Inject
    Ledger ledger;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(8).refunds(7, 2, 33).published();
    }

    @Test
    void an_empty_block_has_all_seats_and_no_income() {
        figures(Person.INES, block)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("blockId", equalTo(block.id().toString()))
                .body("capacity", equalTo(16))
                .body("taken", equalTo(0))
                .body("fillRate", equalTo(0.0f))
                .body("attended", equalTo(0))
                .body(
                        "sessions.sessionId",
                        contains(block.sessions().stream().map(UUID::toString).toArray()))
                .body("income", empty());
    }

    @Test
    void seats_are_counted_session_by_session_and_together() {
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);
        omar.bookSession(block.session(1), omar.child("Zoe", 10), omar.child("Ben", 10))
                .then()
                .statusCode(201);
        block.changed(0, 2, Map.of("capacity", 3));

        await().untilAsserted(() -> figures(Person.INES, block)
                .body("sessions.capacity", contains(3, 8))
                .body("sessions.taken", contains(1, 3))
                .body("sessions.fillRate", contains(0.333f, 0.375f))
                .body("capacity", equalTo(11))
                .body("taken", equalTo(4))
                .body("fillRate", equalTo(0.364f)));
    }

    @Test
    void a_cancelled_session_counts_for_nothing() {
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);
        block.changed(0, 2, Map.of("state", "CANCELLED"));

        await().untilAsserted(() -> figures(Person.INES, block)
                .body("sessions.state", contains("CANCELLED", "SCHEDULED"))
                .body("sessions.taken", contains(0, 1))
                .body("capacity", equalTo(8))
                .body("taken", equalTo(1)));
    }

    @Test
    void who_came_is_counted_from_the_attendance() {
        String mia = place(cara, cara.child("Mia", 10));
        String zoe = place(omar, omar.child("Zoe", 10));
        place(cara, cara.child("Ben", 10));
        TestClock.set(Given.FIRST_START);
        mark(mia, "PRESENT");
        mark(zoe, "ABSENT");

        figures(Person.INES, block)
                .body("sessions.attended", contains(1, 0))
                .body("sessions.absent", contains(1, 0))
                .body("sessions.taken", contains(3, 0))
                .body("attended", equalTo(1));
    }

    @Test
    void income_is_what_the_ledger_says_of_block_and_drop_ins() {
        String paid = cara.bookBlock(block.id(), cara.child("Mia", 10)).path("id");
        String givenUp = omar.bookBlock(block.id(), omar.child("Zoe", 10)).path("id");
        omar.bookSession(block.session(1), omar.child("Ben", 10)).then().statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.payment(
                    Purchase.booking(UUID.fromString(paid)), pounds(5000), "bank-transfer", null, Person.INES.id());
            ledger.payment(
                    Purchase.booking(UUID.fromString(givenUp)), pounds(6500), "bank-transfer", null, Person.INES.id());
        });
        omar.cancel(givenUp).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.refund(
                        Purchase.booking(UUID.fromString(givenUp)), pounds(4000), "bank-transfer", null, null));

        // 65 + 65 + 15 booked; all of one block came back, of which 25 pounds are still to be paid back.
        figures(Person.INES, block)
                .body("income.charged.amount", contains(14500))
                .body("income.charged.currency", contains("GBP"))
                .body("income.credited.amount", contains(6500))
                .body("income.paid.amount", contains(11500))
                .body("income.refunded.amount", contains(4000))
                .body("income.outstanding.amount", contains(3000))
                .body("income.toPayBack.amount", contains(2500));
    }

    @Test
    void another_block_has_figures_of_its_own() {
        TaughtBlock other = given.block().ofTheCourseOf(block).ofSessions(1).published();
        cara.bookBlock(other.id(), cara.child("Mia", 10)).then().statusCode(201);

        figures(Person.INES, block).body("income", empty()).body("taken", equalTo(0));
    }

    @Test
    void nobody_else_sees_them_and_a_draft_has_none() {
        figures(Person.NOOR, block).statusCode(404).body("code", equalTo("not-found"));
        figures(Person.CARA, block).statusCode(403).body("code", equalTo("forbidden"));
        figures(Person.INES, given.block().ofSessions(1).drafted()).statusCode(404);
    }

    @Test
    void a_long_block_takes_no_more_queries_than_a_short_one() {
        TaughtBlock longer = given.block().ofSessions(6).published();

        assertThat(given.queries(() -> figures(Person.INES, block))).isEqualTo(3);
        assertThat(given.queries(() -> figures(Person.INES, longer))).isEqualTo(3);
    }

    private String place(Carer carer, UUID child) {
        return carer.bookSession(block.session(0), child)
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
    }

    private static void mark(String place, String mark) {
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .body(Map.of("mark", mark))
                .put("/v1/places/" + place + "/attendance")
                .then()
                .statusCode(200);
    }

    private static Money pounds(long pence) {
        return new Money(pence, "GBP");
    }

    private static ValidatableResponse figures(Person who, TaughtBlock block) {
        return Carer.nobody()
                .auth()
                .oauth2(who.token())
                .get("/v1/blocks/" + block.id() + "/figures")
                .then();
    }
}
