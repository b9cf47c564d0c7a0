package org.bearhug.booking.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.booking.Carer.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
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
class PassTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void a_class_of_ines_and_two_children() {
        given.a_week_before();
        block = given.block().ofSessions(3).refunds(7, 2, 50).published();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
    }

    @Test
    void a_pass_is_bought_paid_and_used_in_one_call() {
        String pass = cara.asks()
                .body(Map.of("offerId", offer(Map.of())))
                .post("/v1/passes")
                .then()
                .statusCode(201)
                .body("unitsLeft", equalTo(3))
                .body("balance", equalTo(Map.of("amount", 4000, "currency", "GBP")))
                .extract()
                .path("id");
        refused(use(pass, 0, mia), 409, "pass-not-paid");
        as(Person.INES)
                .post("/v1/passes/" + pass + "/paid")
                .then()
                .statusCode(200)
                .body("balance.amount", equalTo(0));
        refused(as(Person.INES).post("/v1/passes/" + pass + "/paid"), 409, "nothing-owed");

        use(pass, 0, mia, ben)
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(0))
                .body("price.lines.code", contains("LIST", "PASS"))
                .body("price.lines.amount", contains(3000, -3000))
                .body("balance.amount", equalTo(0));

        cara.asks().get("/v1/passes").then().body("items.unitsLeft", contains(1));
        assertThat(given.taken(block)).containsExactly(2, 0, 0);
        refused(use(pass, 1, mia, ben), 409, "pass-used-up");
        use(pass, 1, mia).then().statusCode(201);
        refused(use(pass, 2, mia), 409, "pass-used-up");
        assertThat(given.sql()
                        .rows(
                                "SELECT kind || ' ' || amount AS line FROM money_entry WHERE pass_id = ? ORDER BY id",
                                UUID.fromString(pass)))
                .extracting(row -> row.get("line"))
                .containsExactly("CHARGE 4000", "PAYMENT -4000");
    }

    @Test
    void a_pass_is_for_the_classes_and_the_time_it_names() {
        refused(use(bought(offer(Map.of("courseIds", List.of(UUID.randomUUID())))), 0, mia), 409, "pass-not-for-this");
        TaughtBlock noors = given.block().ofSessions(1).by(Person.NOOR).published();
        String pass = bought(offer(Map.of("validWeeks", 1)));
        refused(cara.book("k" + pass, wish(pass, noors.session(0), mia)), 409, "pass-not-for-this");
        // Bought a week before the first session to the second: that one begins when its time is over.
        refused(use(pass, 0, mia), 409, "pass-expired");
        refused(Carer.fresh().book("s" + pass, wish(pass, block.session(0), mia)), 404, "not-found");
        assertThat(given.taken(block)).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"2031-03-03T10:00:00Z, 3", "2031-03-03T10:00:01Z, 1"})
    void units_come_back_with_a_booking_of_which_everything_comes_back(Instant now, int left) {
        String pass = bought(offer(Map.of()));
        String booking = use(pass, 0, mia, ben).then().statusCode(201).extract().path("id");
        TestClock.set(now);

        cara.cancel(booking).then().statusCode(200);
        cara.cancel(booking).then().statusCode(200);

        cara.asks().get("/v1/passes").then().body("items[0].unitsLeft", equalTo(left));
    }

    @Test
    void the_unit_of_one_child_comes_back_alone() {
        String pass = bought(offer(Map.of()));
        Carer omar = Carer.fresh();
        cara.share(ben, "Ben", 10, 2, cara.id(), omar.id());
        given.known(ben, 2);
        String booking = use(pass, 0, mia, ben).then().statusCode(201).extract().path("id");

        omar.cancel(booking).then().statusCode(200);

        cara.asks().get("/v1/passes").then().body("items[0].unitsLeft", equalTo(2));
        omar.asks().get("/v1/passes").then().body("items", empty());
    }

    @Test
    void units_come_back_when_the_instructor_cancels() {
        String pass = bought(offer(Map.of()));
        use(pass, 0, mia, ben).then().statusCode(201);

        block.changed(0, 2, Map.of("state", "CANCELLED"));

        await().untilAsserted(() -> cara.asks().get("/v1/passes").then().body("items[0].unitsLeft", equalTo(3)));
    }

    @Test
    void a_booking_that_cannot_be_closed_keeps_no_other_open() {
        String pass = bought(offer(Map.of()));
        UUID bad = UUID.fromString(
                use(pass, 0, mia).then().statusCode(201).extract().path("id"));
        use(pass, 0, ben).then().statusCode(201);
        given.sql().change("UPDATE pass_use SET booking_id = ? WHERE booking_id = ?", spare(), bad);

        block.changed(0, 2, Map.of("state", "CANCELLED"));

        await().untilAsserted(() -> assertThat(given.taken(block)).containsExactly(1, 0, 0));
        given.sql().change("UPDATE pass_use SET booking_id = ? WHERE booking_id = ?", bad, spare);
    }

    private UUID spare;

    private UUID spare() {
        spare = UUID.fromString(
                cara.bookSession(block.session(1), mia).then().extract().path("id"));
        cara.cancel(spare.toString()).then().statusCode(200);
        return spare;
    }

    @Test
    void a_pass_is_all_that_pays() {
        String pass = bought(offer(Map.of()));

        for (Map<String, ?> wish : List.of(
                Map.of("sessionId", block.session(0), "passId", pass),
                Map.of("sessionId", block.session(0), "childIds", List.of(mia), "passId", pass, "amount", 1),
                Map.of("sessionId", block.session(0), "childIds", List.of(mia), "passId", pass, "voucher", "ABC"),
                Map.of("holdId", UUID.randomUUID(), "passId", pass, "voucher", "ABC"))) {
            refused(cara.book(UUID.randomUUID().toString(), wish), 400, "invalid-request");
        }
    }

    private String offer(Map<String, ?> changes) {
        return Sold.offer(changes);
    }

    private String bought(String offer) {
        return Sold.bought(cara, offer);
    }

    private Response use(String pass, int week, UUID... children) {
        return cara.book(UUID.randomUUID().toString(), wish(pass, block.session(week), children));
    }

    private static Map<String, Object> wish(String pass, UUID session, UUID... children) {
        return Map.of("sessionId", session, "childIds", List.of(children), "passId", pass);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
