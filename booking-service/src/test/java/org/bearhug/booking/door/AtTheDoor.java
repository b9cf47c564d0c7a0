package org.bearhug.booking.door;

import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.kit.Seal;
import org.bearhug.testing.TestClock;

/** Cara has a place in a class that is about to start, and stands before its door. */
@Dependent
class AtTheDoor {

    static final String CALL = "https://zoom.test/j/84512345678?pwd=c2VjcmV0";

    @Inject
    Given given;

    @Inject
    Seal seal;

    final Carer cara = Carer.fresh();
    TaughtBlock block;
    String booking;
    String door;

    void begin() {
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

    void callIs(long version, String address, UUID sealedFor) {
        block.tellMeeting(0, version, seal.close(address, "call-link:" + sealedFor));
        meetingIsOfVersion(version);
    }

    void meetingIsOfVersion(long version) {
        await().until(() -> Long.valueOf(version)
                .equals(given.sql().one("SELECT version FROM meeting WHERE session_id = ?", block.session(0))));
    }

    ValidatableResponse join() {
        return join(cara.asks());
    }

    ValidatableResponse join(RequestSpecification caller) {
        return caller.redirects().follow(false).get(door).then();
    }
}
