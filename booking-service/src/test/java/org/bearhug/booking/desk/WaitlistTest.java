package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitlistTest {

    @Inject
    Given given;

    @Inject
    Matcher matcher;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private TaughtBlock block;
    private final Carer dana = Carer.fresh();
    private UUID dan;
    private UUID mia;
    private UUID zoe;
    private String taken;

    @BeforeEach
    void a_full_block() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(1).published();
        mia = cara.child("Mia", 10);
        zoe = omar.child("Zoe", 10);
        dan = dana.child("Dan", 10);
        given.known(mia, zoe, dan);
        taken = omar.bookBlock(block.id(), zoe).then().statusCode(201).extract().path("id");
    }

    @Test
    void a_family_joins_and_sees_where_it_stands() {
        String first = waiting(cara.waitFor(block.id(), mia));
        String second = waiting(dana.waitForSession(block.session(1), dan));

        cara.asks()
                .get("/v1/waitlist/" + first)
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("position", equalTo(1))
                .body("blockIds", contains(block.id().toString()))
                .body("childIds", contains(mia.toString()))
                .body("offer", nullValue());
        dana.asks().get("/v1/waitlist/" + second).then().body("position", equalTo(2));
        dana.asks().get("/v1/waitlist").then().body("items.id", contains(second));
        assertThat(given.facts("waitlist.changed", UUID.fromString(first))).hasSize(1);
    }

    @Test
    void when_seats_come_free_they_are_offered_and_really_kept() {
        String entry = waiting(cara.waitFor(block.id(), mia));

        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();

        cara.asks()
                .get("/v1/waitlist/" + entry)
                .then()
                .body("state", equalTo("OFFERED"))
                .body("position", nullValue())
                .body("offer.blockId", equalTo(block.id().toString()))
                .body("offer.price.amount", equalTo(6500))
                .body("offer.expiresAt", equalTo("2031-03-04T08:00:00Z"));
        assertThat(given.states(block.session(0))).containsExactly(0, 1, 0);
        refused(omar.bookBlock(block.id(), zoe), 409, "session-full");
        refused(cara.bookBlock(block.id(), mia), 409, "already-booked");
        assertThat(given.facts("waitlist.changed", UUID.fromString(entry))).hasSize(2);
    }

    @Test
    void one_call_accepts() {
        String entry = offered();

        String booking = cara.accept(entry)
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"))
                .body("price.amount", equalTo(6500))
                .body("places", hasSize(2))
                .extract()
                .path("id");

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        cara.asks()
                .get("/v1/waitlist/" + entry)
                .then()
                .body("state", equalTo("ACCEPTED"))
                .body("bookingId", equalTo(booking));
        refused(cara.accept(entry), 409, "no-offer");
    }

    @Test
    void nothing_need_be_said_to_accept() {
        String entry = offered();

        cara.asks()
                .noContentType()
                .post("/v1/waitlist/" + entry + "/accept")
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"));
    }

    @Test
    void the_same_key_accepts_once() {
        String entry = offered();
        String key = UUID.randomUUID().toString();

        Response first = cara.asks().header("Idempotency-Key", key).post("/v1/waitlist/" + entry + "/accept");
        Response second = cara.asks().header("Idempotency-Key", key).post("/v1/waitlist/" + entry + "/accept");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void an_offer_past_its_time_is_none_though_the_job_is_late() {
        String entry = offered();
        TestClock.set(Instant.parse("2031-03-04T08:00:00Z"));

        refused(cara.accept(entry), 409, "offer-expired");
        refused(cara.asks().post("/v1/waitlist/" + entry + "/decline"), 409, "offer-expired");
        cara.asks()
                .get("/v1/waitlist/" + entry)
                .then()
                .body("state", equalTo("OFFER_EXPIRED"))
                .body("offer", nullValue());
        omar.bookBlock(block.id(), zoe).then().statusCode(201);
    }

    @Test
    void declined_it_goes_to_the_next() {
        String entry = waiting(cara.waitFor(block.id(), mia));
        String next = waiting(dana.waitFor(block.id(), dan));
        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();

        cara.asks()
                .post("/v1/waitlist/" + entry + "/decline")
                .then()
                .statusCode(200)
                .body("state", equalTo("LEFT"));
        matcher.matchAll();

        dana.asks().get("/v1/waitlist/" + next).then().body("state", equalTo("OFFERED"));
        refused(cara.asks().post("/v1/waitlist/" + entry + "/decline"), 409, "no-offer");
    }

    @Test
    void expired_it_goes_to_the_next() {
        String entry = waiting(cara.waitFor(block.id(), mia));
        String next = waiting(dana.waitFor(block.id(), dan));
        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();
        TestClock.set(Instant.parse("2031-03-04T08:00:00Z"));

        refused(omar.bookBlock(block.id(), zoe), 409, "session-full");
        matcher.matchAll();

        assertThat(state(entry)).isEqualTo("OFFER_EXPIRED");
        assertThat(state(next)).isEqualTo("OFFERED");
        assertThat(given.states(block.session(1))).containsExactly(0, 1, 0);
    }

    @Test
    void one_call_leaves_whether_something_is_offered_or_not() {
        String entry = offered();
        String next = waiting(dana.waitFor(block.id(), dan));

        refused(omar.asks().delete("/v1/waitlist/" + entry), 404, "not-found");
        cara.asks().delete("/v1/waitlist/" + entry).then().statusCode(204);
        matcher.matchAll();
        dana.asks().delete("/v1/waitlist/" + next).then().statusCode(204);
        dana.asks().delete("/v1/waitlist/" + next).then().statusCode(204);

        assertThat(state(entry)).isEqualTo("LEFT");
        assertThat(state(next)).isEqualTo("LEFT");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        omar.bookBlock(block.id(), zoe).then().statusCode(201);
    }

    @Test
    void another_carers_place_in_line_is_not_there() {
        String entry = offered();

        refused(omar.asks().get("/v1/waitlist/" + entry), 404, "not-found");
        refused(omar.accept(entry), 404, "not-found");
        refused(omar.asks().post("/v1/waitlist/" + entry + "/decline"), 404, "not-found");
    }

    @Test
    void a_child_waits_once_for_a_session() {
        waiting(cara.waitFor(block.id(), mia));

        refused(cara.waitFor(block.id(), mia), 409, "already-waiting");
        refused(cara.waitForSession(block.session(0), mia), 409, "already-waiting");
    }

    @Test
    void it_is_refused_for_what_nobody_could_ever_be_offered() {
        refused(cara.waitFor(UUID.randomUUID(), mia), 404, "not-found");
        refused(cara.waitFor(block.id(), zoe), 404, "not-found");
        refused(cara.waitFor(block.id(), cara.child("Old", 60)), 409, "child-too-old");
        TaughtBlock elsewhere = given.block().ofSessions(1).published();
        refused(cara.waitForAny(List.of(block.id(), elsewhere.id()), mia), 409, "another-course");
        TestClock.set(Given.FIRST_START);
        refused(cara.waitFor(block.id(), mia), 409, "sales-closed");
    }

    private String offered() {
        String entry = waiting(cara.waitFor(block.id(), mia));
        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();
        assertThat(state(entry)).isEqualTo("OFFERED");
        return entry;
    }

    private String state(String entry) {
        return given.sql().one("SELECT state FROM waitlist_entry WHERE id = ?", UUID.fromString(entry));
    }

    private static String waiting(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
