package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much a carer may have open at once. */
@QuarkusTest
class LimitsTest {

    private static final int HOLDS = 10;
    private static final int WAITS = 20;
    private static final int UNPAID = 30;

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void many_sessions() {
        given.a_week_before();
        block = given.block()
                .ofSessions(UNPAID + 3)
                .ages(0, 200)
                .refunds(7, 2, 50)
                .published();
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    @Test
    void who_holds_a_lot_lets_something_go_books_it_or_waits_until_it_expires() {
        String first = holds(0).then().statusCode(201).extract().path("id");
        for (int nth = 1; nth < HOLDS; nth++) {
            holds(nth).then().statusCode(201);
        }
        refused(holds(HOLDS), "too-many-holds", HOLDS);
        assertThat(given.states(block.session(HOLDS))).containsExactly(0, 0, 0);
        Carer omar = Carer.fresh();
        UUID ben = omar.child("Ben", 10);
        given.known(ben);
        omar.holdSession(block.session(0), ben).then().statusCode(201);

        holds(1).then().statusCode(201);
        cara.asks().delete("/v1/holds/" + first).then().statusCode(204);
        String last = holds(HOLDS).then().statusCode(201).extract().path("id");
        refused(holds(0), "too-many-holds", HOLDS);
        cara.bookHeld(last).then().statusCode(201);
        holds(0).then().statusCode(201);
        refused(holds(HOLDS + 1), "too-many-holds", HOLDS);

        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofMinutes(16)));
        holds(HOLDS + 1).then().statusCode(201);
    }

    @Test
    void who_waits_in_many_lines_leaves_one_first() {
        String first = waits(0).then().statusCode(201).extract().path("id");
        for (int nth = 1; nth < WAITS; nth++) {
            waits(nth).then().statusCode(201);
        }
        refused(waits(WAITS), "too-many-waits", WAITS);

        cara.asks().delete("/v1/waitlist/" + first).then().statusCode(204);
        waits(WAITS).then().statusCode(201);
    }

    @Test
    void who_has_many_bookings_to_pay_pays_for_one_or_gives_it_up() {
        String first = books(0).then().statusCode(201).extract().path("id");
        String second = books(1).then().statusCode(201).extract().path("id");
        for (int nth = 2; nth < UNPAID; nth++) {
            books(nth).then().statusCode(201);
        }
        refused(books(UNPAID), "too-many-unpaid-bookings", UNPAID);
        String hold = holds(UNPAID).then().statusCode(201).extract().path("id");
        refused(cara.bookHeld(hold), "too-many-unpaid-bookings", UNPAID);
        TaughtBlock free = given.block().ofSessions(1).costs(0).published();
        cara.bookBlock(free.id(), mia).then().statusCode(201);

        Carer.as(Person.INES)
                .body(Map.of("amount", Map.of("amount", 1500, "currency", "GBP")))
                .post("/v1/bookings/" + first + "/payments")
                .then()
                .statusCode(201);
        cara.bookHeld(hold).then().statusCode(201);
        refused(books(UNPAID + 1), "too-many-unpaid-bookings", UNPAID);
        cara.cancel(second).then().statusCode(200);
        books(UNPAID + 1).then().statusCode(201);
    }

    private Response holds(int week) {
        return cara.holdSession(block.session(week), mia);
    }

    private Response waits(int week) {
        return cara.waitForSession(block.session(week), mia);
    }

    private Response books(int week) {
        return cara.bookSession(block.session(week), mia);
    }

    private static void refused(Response answer, String code, int limit) {
        answer.then().statusCode(409).body("code", equalTo(code)).body("limit", equalTo(limit));
    }
}
