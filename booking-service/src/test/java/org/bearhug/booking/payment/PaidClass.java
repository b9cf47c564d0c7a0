package org.bearhug.booking.payment;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;

/** What the tests of payment have in common: who books what, and where it stands. */
@ApplicationScoped
class PaidClass {

    static final Instant NOW = Given.A_WEEK_BEFORE;

    /** When a page that was opened at {@link #NOW} is over. */
    static final Instant TOO_LATE = NOW.plus(Duration.ofMinutes(32));

    @Inject
    Given given;

    @Inject
    Sweep sweep;

    @Inject
    GivingBack givingBack;

    @Inject
    EventRounds events;

    Sql sql() {
        return given.sql();
    }

    /** One session, 65 pounds. */
    TaughtBlock block(int seats) {
        return given.block().ofSessions(1).seats(seats).refunds(7, 2, 50).published();
    }

    UUID childOf(Carer carer) {
        UUID child = carer.child("Mia", 10);
        given.known(child);
        return child;
    }

    JsonPath booked(Carer carer, TaughtBlock block) {
        return carer.bookBlock(block.id(), childOf(carer))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    JsonPath read(Carer carer, String booking) {
        return carer.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String state(String booking) {
        return sql().one("SELECT state FROM booking WHERE id = ?::uuid", booking);
    }

    String payment(String booking) {
        return sql().one(
                        "SELECT state FROM payment WHERE ?::uuid IN (booking_id, pass_id) ORDER BY id DESC LIMIT 1",
                        booking);
    }

    /** Stripe's name for the page on which it is paid. */
    String session(String booking) {
        return sql().one(
                        "SELECT session_ref FROM payment WHERE ?::uuid IN (booking_id, pass_id) ORDER BY id DESC LIMIT 1",
                        booking);
    }

    /** A pass of three sessions at this price, in pence. */
    String passOffer(int price) {
        return Carer.as(Person.INES)
                .body(Map.of(
                        "title",
                        "Three sessions",
                        "units",
                        3,
                        "price",
                        Map.of("amount", price, "currency", "GBP"),
                        "validWeeks",
                        20))
                .post("/v1/pass-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response buys(Carer carer, String offer) {
        return carer.asks()
                .header("Idempotency-Key", "pass")
                .body(Map.of("offerId", offer))
                .post("/v1/passes");
    }

    Response booksWith(Carer carer, String pass, TaughtBlock block, UUID child) {
        return carer.book(
                UUID.randomUUID().toString(),
                Map.of("sessionId", block.session(0), "childIds", List.of(child), "passId", pass));
    }

    JsonPath pass(Carer carer, String pass) {
        return carer.asks()
                .get("/v1/passes/" + pass)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The lines of the ledger, kind and sum. */
    List<String> lines(String booking) {
        return sql()
                .rows(
                        "SELECT kind || ' ' || amount AS line FROM money_entry WHERE ?::uuid IN (booking_id, pass_id) ORDER BY id",
                        booking)
                .stream()
                .map(row -> (String) row.get("line"))
                .toList();
    }

    List<String> lettersTo(UUID account) {
        return sql().rows("SELECT kind FROM letter WHERE account_id = ? ORDER BY id", account).stream()
                .map(row -> (String) row.get("kind"))
                .toList();
    }

    void pays(String booking) {
        StripeStage.tell("pay", Map.of("session", session(booking)));
    }

    /** Pays, and Stripe tells it. */
    void hasPaid(String booking) {
        pays(booking);
        StripeStage.deliver();
        worked();
    }

    /** An instructor gives this back on Stripe's own pages. */
    void givesBackAtStripe(String booking, long amount) {
        String intent = sql().one("SELECT intent_ref FROM payment WHERE ?::uuid IN (booking_id, pass_id)", booking);
        RestAssured.given()
                .auth()
                .preemptive()
                .oauth2("sk_test_dashboard")
                .formParam("payment_intent", intent)
                .formParam("amount", amount)
                .post(System.getProperty("bearhug.test.stripe") + "/v1/refunds")
                .then()
                .statusCode(200);
    }

    /** Whoever looks at letters to Ines wants none about what other tests left behind. */
    void forgetRefundsOfOthers() {
        sql().change("UPDATE refund SET state = 'FAILED' WHERE state IN ('WANTED', 'SENT')");
    }

    /** Under which keys Stripe was asked to give back what was paid for this booking. */
    List<String> refundKeys(String booking) {
        String intent = sql().one("SELECT intent_ref FROM payment WHERE ?::uuid IN (booking_id, pass_id)", booking);
        return StripeStage.all("calls").stream()
                .filter(call -> call.path("line").asText().startsWith("POST /v1/refunds"))
                .filter(call ->
                        call.path("form").path("payment_intent").asText().equals(intent))
                .map(call -> call.path("key").asText())
                .toList();
    }

    /** The payments of a booking, the oldest first. */
    List<UUID> payments(String booking) {
        return sql().rows("SELECT id FROM payment WHERE ?::uuid IN (booking_id, pass_id) ORDER BY id", booking).stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
    }

    /** Stripe sends all its messages, again what was not taken, and each is tried. */
    void told() {
        StripeStage.deliver();
        StripeStage.deliver();
        tried();
    }

    /** Waits until every message of this test was worked on. */
    void worked() {
        await().until(() -> {
            events.work();
            return messages("worked_at IS NULL") == 0;
        });
    }

    /** Waits until each was tried. */
    void tried() {
        await().until(() -> {
            events.work();
            return messages("tries = 0") == 0;
        });
    }

    private long messages(String which) {
        Object ids = StripeStage.all("events").stream()
                .map(event -> event.path("id").asText())
                .toArray(String[]::new);
        return sql().<Long>one("SELECT count(*) FROM stripe_event WHERE id = ANY(?) AND " + which, ids);
    }

    /** The jobs of later, in which what was claimed and not done is done again. */
    void later(Instant when) {
        StripeStage.at(when);
        events.work();
        sweep.look();
        givingBack.giveBack();
    }
}
