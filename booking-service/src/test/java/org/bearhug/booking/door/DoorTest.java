package org.bearhug.booking.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.LogLines;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoorTest {

    private static final String CALL = "https://zoom.test/j/84512345678?pwd=c2VjcmV0";

    @Inject
    Given given;

    @Inject
    Seal seal;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private String booking;
    private String door;

    @BeforeEach
    void a_place_in_a_class_that_is_about_to_start() {
        given.a_week_before();
        block = given.block().ofSessions(1).published();
        var booked = cara.bookBlock(block.id(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        booking = booked.getString("id");
        door = booked.getString("places[0].join");
        TestClock.set(Given.FIRST_START);
    }

    @AfterEach
    void reset_the_clock() {
        TestClock.reset();
    }

    @Test
    void who_has_a_place_is_sent_to_the_call() {
        the_call_is(1, CALL, block.session(0));

        join().statusCode(303)
                .header("Location", CALL)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(Matchers.is(""));
    }

    @Test
    void a_page_is_told_where_the_call_is() {
        the_call_is(1, CALL, block.session(0));

        var told = cara.asks().accept("application/vnd.bearhug.way+json").get(door);

        told.then().statusCode(200).header("Cache-Control", "no-store").body("location", equalTo(CALL));
        cara.asks()
                .accept("application/json")
                .redirects()
                .follow(false)
                .get(door)
                .then()
                .statusCode(303);
    }

    @Test
    void the_door_opens_exactly_fifteen_minutes_before_the_start() {
        the_call_is(1, CALL, block.session(0));

        TestClock.set(Given.FIRST_START.minus(Duration.ofMinutes(15)).minusSeconds(1));
        join().statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("Location", nullValue())
                .body("code", equalTo("too-early-to-join"))
                .body("opensAt", equalTo("2031-03-10T09:45:00Z"))
                .body("startsAt", equalTo("2031-03-10T10:00:00Z"))
                .body("localStart", equalTo("2031-03-10T10:00:00"))
                .body("timeZone", equalTo("Europe/London"));

        TestClock.set(Given.FIRST_START.minus(Duration.ofMinutes(15)));
        join().statusCode(303);
    }

    @Test
    void the_door_closes_when_the_session_ends() {
        the_call_is(1, CALL, block.session(0));

        TestClock.set(Given.FIRST_START.plus(Duration.ofHours(1)).minusMillis(1));
        join().statusCode(303);

        TestClock.set(Given.FIRST_START.plus(Duration.ofHours(1)));
        join().statusCode(409)
                .header("Location", nullValue())
                .body("code", equalTo("too-late-to-join"))
                .body("endedAt", equalTo("2031-03-10T11:00:00Z"));
    }

    @Test
    void who_gave_the_place_back_stays_outside() {
        the_call_is(1, CALL, block.session(0));
        given.a_week_before();
        cara.cancel(booking).then().statusCode(200);
        TestClock.set(Given.FIRST_START);

        join().statusCode(410).header("Location", nullValue()).body("code", equalTo("place-released"));
    }

    @Test
    void nobody_goes_into_a_session_that_does_not_take_place() {
        the_call_is(1, CALL, block.session(0));
        block.changed(0, 2, Map.of("state", "CANCELLED"));

        join().statusCode(409).body("code", equalTo("session-cancelled"));
    }

    @Test
    void a_place_opens_the_door_for_its_own_carer_alone() {
        the_call_is(1, CALL, block.session(0));

        join(Carer.fresh().asks()).statusCode(404).body("code", equalTo("not-found"));
        join(Carer.as(Person.INES)).statusCode(403).body("code", equalTo("forbidden"));
        join(Carer.nobody()).statusCode(401);
        cara.asks().get("/v1/places/" + UUID.randomUUID() + "/join").then().statusCode(404);
    }

    @Test
    void without_a_call_one_is_asked_to_come_again() {
        no_call();

        the_call_is(1, CALL, block.session(0));
        join().statusCode(303);
        block.tellMeeting(0, 2, null);
        meeting_is_of_version(2);
        no_call();
    }

    @Test
    void a_newer_call_takes_the_place_of_an_older_one() {
        the_call_is(2, CALL, block.session(0));
        block.tellMeeting(0, 1, seal.close("https://zoom.test/j/1", "call-link:" + block.session(0)));
        the_call_is(3, "https://zoom.test/j/3", block.session(0));
        block.tellMeeting(0, 2, seal.close(CALL, "call-link:" + block.session(0)));
        the_call_is(4, "https://zoom.test/j/4", block.session(0));

        join().statusCode(303).header("Location", "https://zoom.test/j/4");
    }

    @Test
    void a_link_that_was_sealed_for_another_session_does_not_open() {
        the_call_is(1, CALL, UUID.randomUUID());

        join().statusCode(500)
                .contentType("application/problem+json")
                .header("Location", nullValue())
                .body("code", equalTo("internal-error"))
                .body("detail", not(Matchers.containsString("zoom")));
    }

    @Test
    void the_log_never_tells_where_the_call_is() {
        try (LogLines log = LogLines.read()) {
            the_call_is(1, CALL, block.session(0));
            join().statusCode(303);
            the_call_is(2, CALL, UUID.randomUUID());
            join().statusCode(500);
            the_call_is(3, "https://zoom.test/j/84512345678 c2VjcmV0", block.session(0));
            join().statusCode(500).body(not(Matchers.containsString("zoom")));
            TestClock.set(Given.FIRST_START.plus(Duration.ofHours(1)));
            join().statusCode(409);

            assertThat(log.text())
                    .contains("internal-error")
                    .doesNotContain("zoom.test", "84512345678", "c2VjcmV0", "Mia");
        }
    }

    @Test
    void no_list_and_no_fact_holds_the_calls_address() {
        the_call_is(1, CALL, block.session(0));

        assertThat(cara.asks().get("/v1/bookings").asString()).doesNotContain("zoom");
        assertThat(given.sql().<Long>one("SELECT count(*) FROM outbox WHERE payload::text LIKE '%zoom%'"))
                .isZero();
        assertThat(given.sql().<Long>one("SELECT count(*) FROM meeting WHERE sealed_link LIKE '%zoom%'"))
                .isZero();
    }

    @Test
    void the_door_is_open_for_whoever_cares_for_the_child_now() {
        the_call_is(1, CALL, block.session(0));
        Carer omar = Carer.fresh();
        UUID mia = given.sql().one("SELECT child_id FROM place WHERE session_id = ?", block.session(0));

        join(omar.asks()).statusCode(404);
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);
        join(omar.asks()).statusCode(303);
        join().statusCode(303);

        cara.share(mia, "Mia", 10, 3, omar.id());
        given.known(mia, 3);
        join(omar.asks()).statusCode(303);
        join().statusCode(404);
    }

    private void no_call() {
        join().statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("code", equalTo("zoom-unavailable"));
    }

    private void the_call_is(long version, String address, UUID sealedFor) {
        block.tellMeeting(0, version, seal.close(address, "call-link:" + sealedFor));
        meeting_is_of_version(version);
    }

    private void meeting_is_of_version(long version) {
        await().until(() -> Long.valueOf(version)
                .equals(given.sql().one("SELECT version FROM meeting WHERE session_id = ?", block.session(0))));
    }

    private ValidatableResponse join() {
        return join(cara.asks());
    }

    private ValidatableResponse join(RequestSpecification caller) {
        return caller.redirects().follow(false).get(door).then();
    }
}
