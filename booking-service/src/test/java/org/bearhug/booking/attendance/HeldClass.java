package org.bearhug.booking.attendance;

import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;

/** A session of Ines's that has begun, with children in it. */
record HeldClass(Given given, TaughtBlock block, List<UUID> places) {

    /** It has just started, and so many children of this carer have a place. */
    static HeldClass of(Given given, Carer carer, int children) {
        given.a_week_before();
        TaughtBlock block = given.block().ofSessions(1).published();
        UUID[] all = new UUID[children];
        for (int nth = 0; nth < children; nth++) {
            all[nth] = carer.child("Child " + nth, 10);
        }
        given.known(all);
        List<String> places = carer.bookBlock(block.id(), all)
                .then()
                .statusCode(201)
                .extract()
                .path("places.id");
        TestClock.set(Given.FIRST_START);
        return new HeldClass(given, block, places.stream().map(UUID::fromString).toList());
    }

    UUID session() {
        return block.session(0);
    }

    UUID place() {
        return places.get(0);
    }

    static ValidatableResponse mark(Person who, UUID place, String mark) {
        return mark(who, place, mark, Map.of());
    }

    static ValidatableResponse mark(Person who, UUID place, String mark, Map<String, String> headers) {
        Map<String, String> body = new HashMap<>();
        body.put("mark", mark);
        return Carer.nobody()
                .auth()
                .oauth2(who.token())
                .headers(headers)
                .body(body)
                .put("/v1/places/" + place + "/attendance")
                .then();
    }

    ValidatableResponse markAll(Person who, List<? extends Map<String, ?>> marks) {
        return Carer.nobody()
                .auth()
                .oauth2(who.token())
                .body(Map.of("marks", marks))
                .put("/v1/sessions/" + session() + "/attendance")
                .then();
    }

    ValidatableResponse roster() {
        return Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .get("/v1/sessions/" + session() + "/roster")
                .then()
                .statusCode(200);
    }

    /** Lets the service be told how long Zoom has seen this place. */
    void observed(UUID place, long version, long seconds) {
        Neighbours.publish(
                "course-service",
                "attendance.observed",
                place,
                version,
                Map.of("placeId", place, "sessionId", session(), "seconds", seconds));
    }

    /** Waits until the service knows this version of what Zoom has seen. */
    void knowsObserved(UUID place, long version) {
        await().until(() -> Long.valueOf(version)
                .equals(given.sql().one("SELECT observed_version FROM attendance WHERE place_id = ?", place)));
    }

    /** What was told of a place, oldest first. */
    List<Map<String, Object>> facts(UUID place) {
        return given.facts("attendance.recorded", place);
    }
}
