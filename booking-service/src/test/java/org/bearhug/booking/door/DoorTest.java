package org.bearhug.booking.door;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoorTest {

    @Inject
    Given given;

    @Inject
    AtTheDoor at;

    @BeforeEach
    void a_place_in_a_class_that_is_about_to_start() {
        at.begin();
    }

    @Test
    void who_has_a_place_is_sent_to_the_call() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));

        at.join()
                .statusCode(303)
                .header("Location", AtTheDoor.CALL)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(Matchers.is(""));
    }

    @Test
    void a_page_is_told_where_the_call_is() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));

        var told = at.cara.asks().accept("application/vnd.bearhug.way+json").get(at.door);

        told.then().statusCode(200).header("Cache-Control", "no-store").body("location", equalTo(AtTheDoor.CALL));
        at.cara
                .asks()
                .accept("application/json")
                .redirects()
                .follow(false)
                .get(at.door)
                .then()
                .statusCode(303);
    }

    @Test
    void the_door_opens_exactly_fifteen_minutes_before_the_start() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));

        TestClock.set(Given.FIRST_START.minus(Duration.ofMinutes(15)).minusSeconds(1));
        at.join()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("Location", nullValue())
                .body("code", equalTo("too-early-to-join"))
                .body("opensAt", equalTo("2031-03-10T09:45:00Z"))
                .body("startsAt", equalTo("2031-03-10T10:00:00Z"))
                .body("localStart", equalTo("2031-03-10T10:00:00"))
                .body("timeZone", equalTo("Europe/London"));

        TestClock.set(Given.FIRST_START.minus(Duration.ofMinutes(15)));
        at.join().statusCode(303);
    }

    @Test
    void the_door_closes_when_the_session_ends() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));

        TestClock.set(Given.FIRST_START.plus(Duration.ofHours(1)).minusMillis(1));
        at.join().statusCode(303);

        TestClock.set(Given.FIRST_START.plus(Duration.ofHours(1)));
        at.join()
                .statusCode(409)
                .header("Location", nullValue())
                .body("code", equalTo("too-late-to-join"))
                .body("endedAt", equalTo("2031-03-10T11:00:00Z"));
    }

    @Test
    void who_gave_the_place_back_stays_outside() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));
        given.a_week_before();
        at.cara.cancel(at.booking).then().statusCode(200);
        TestClock.set(Given.FIRST_START);

        at.join().statusCode(410).header("Location", nullValue()).body("code", equalTo("place-released"));
    }

    @Test
    void nobody_goes_into_a_session_that_does_not_take_place() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));
        at.block.changed(0, 2, Map.of("state", "CANCELLED"));

        at.join().statusCode(409).body("code", equalTo("session-cancelled"));
    }

    @Test
    void a_place_opens_the_door_for_its_own_carer_alone() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));

        at.join(Carer.fresh().asks()).statusCode(404).body("code", equalTo("not-found"));
        at.join(Carer.as(Person.INES)).statusCode(403).body("code", equalTo("forbidden"));
        at.join(Carer.nobody()).statusCode(401);
        at.cara.asks().get("/v1/places/" + UUID.randomUUID() + "/join").then().statusCode(404);
    }

    @Test
    void without_a_call_one_is_asked_to_come_again() {
        no_call();

        at.callIs(1, AtTheDoor.CALL, at.block.session(0));
        at.join().statusCode(303);
        at.block.tellMeeting(0, 2, null);
        at.meetingIsOfVersion(2);
        no_call();
    }

    @Test
    void a_newer_call_takes_the_place_of_an_older_one() {
        at.callIs(2, AtTheDoor.CALL, at.block.session(0));
        at.block.tellMeeting(0, 1, at.seal.close("https://zoom.test/j/1", "call-link:" + at.block.session(0)));
        at.callIs(3, "https://zoom.test/j/3", at.block.session(0));
        at.block.tellMeeting(0, 2, at.seal.close(AtTheDoor.CALL, "call-link:" + at.block.session(0)));
        at.callIs(4, "https://zoom.test/j/4", at.block.session(0));

        at.join().statusCode(303).header("Location", "https://zoom.test/j/4");
    }

    @Test
    void the_door_is_open_for_whoever_cares_for_the_child_now() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));
        Carer omar = Carer.fresh();
        UUID mia = given.sql().one("SELECT child_id FROM place WHERE session_id = ?", at.block.session(0));

        at.join(omar.asks()).statusCode(404);
        at.cara.share(mia, "Mia", 10, 2, at.cara.id(), omar.id());
        given.known(mia, 2);
        at.join(omar.asks()).statusCode(303);
        at.join().statusCode(303);

        at.cara.share(mia, "Mia", 10, 3, omar.id());
        given.known(mia, 3);
        at.join(omar.asks()).statusCode(303);
        at.join().statusCode(404);
    }

    private void no_call() {
        at.join()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("code", equalTo("zoom-unavailable"));
    }
}
