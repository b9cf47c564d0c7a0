package org.bearhug.booking.announcement;

import io.restassured.response.Response;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;

/** Cara has the whole block, Omar its second session, and Ines writes to them. */
@Dependent
class TwoFamilies {

    static final String WORDS = "Please bring a towel.\n\nAnd a song.";

    @Inject
    Given given;

    final Carer cara = Carer.fresh();
    final Carer omar = Carer.fresh();
    TaughtBlock block;
    String booking;

    void meets() {
        given.a_week_before();
        given.sql().change("DELETE FROM announcement");
        block = given.block().ofSessions(2).published();
        has(cara);
        has(omar);
        UUID mia = cara.child("Mia", 10);
        UUID zoe = omar.child("Zoe", 10);
        given.known(mia, zoe);
        booking =
                cara.bookBlock(block.id(), mia).then().statusCode(201).extract().path("id");
        omar.bookSession(block.session(1), zoe).then().statusCode(201);
    }

    private static void has(Carer carer) {
        Neighbours.publish(
                "user-service",
                "account.changed",
                carer.id(),
                1,
                Map.of("id", carer.id(), "name", carer.name(), "email", address(carer)));
    }

    static String address(Carer carer) {
        return carer.id() + "@bearhug.test";
    }

    Response writes(Person who, String key, String group, String words) {
        return Carer.as(who)
                .header("Idempotency-Key", key)
                .body(Map.of("words", words))
                .post("/v1/" + group + "/announcements");
    }

    Response writes(String group) {
        return writes(Person.INES, UUID.randomUUID().toString(), group, WORDS);
    }

    long written() {
        return given.sql().<Long>one("SELECT count(*) FROM announcement");
    }
}
