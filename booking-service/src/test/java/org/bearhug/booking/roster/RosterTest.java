package org.bearhug.booking.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RosterTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh().known();
    private final Carer omar = new Carer(UUID.randomUUID(), "Omar Diallo").known();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void the_instructor_sees_who_comes_by_name() {
        TaughtBlock block = given.block().ofSessions(2).seats(8).published();
        UUID mia = cara.child("mia", 10);
        UUID zoe = omar.child("Zoe", 12);
        UUID ben = cara.child("Ben", 20);
        omar.bookBlock(block.id(), zoe).then().statusCode(201);
        cara.bookSession(block.session(1), mia, ben).then().statusCode(201);

        roster(Person.INES, block.session(1))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("sessionId", equalTo(block.session(1).toString()))
                .body("title", equalTo("Baby massage for beginners"))
                .body("startsAt", equalTo("2031-03-17T10:00:00Z"))
                .body("localStart", equalTo("2031-03-17T10:00:00"))
                .body("timeZone", equalTo("Europe/London"))
                .body("state", equalTo("SCHEDULED"))
                .body("capacity", equalTo(8))
                .body("taken", equalTo(3))
                .body("items.childName", contains("Ben", "mia", "Zoe"))
                .body("items.childId", contains(ben.toString(), mia.toString(), zoe.toString()))
                .body("items.ageWeeks", contains(21, 11, 13))
                .body("items.carerName", contains("Cara Lindqvist", "Cara Lindqvist", "Omar Diallo"));
        roster(Person.INES, block.session(0)).body("items.childName", contains("Zoe"));
    }

    @Test
    void a_place_given_back_is_not_on_it() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = cara.bookBlock(block.id(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.cancel(booking).then().statusCode(200);

        roster(Person.INES, block.session(0)).body("items", empty()).body("taken", equalTo(0));
    }

    @Test
    void those_erased_since_keep_the_seat_they_had_and_lose_their_name() {
        TaughtBlock block = given.block().ofSessions(1).published();
        UUID mia = cara.child("Mia", 10);
        cara.bookBlock(block.id(), mia).then().statusCode(201);
        TestClock.set(Given.FIRST_START.plusSeconds(60));
        cara.erase(mia, 2);
        cara.erased(2);
        await().until(() -> given.sql().<Boolean>one("SELECT erased FROM carer WHERE id = ?", cara.id()));

        roster(Person.INES, block.session(0))
                .body("taken", equalTo(1))
                .body("items", hasSize(1))
                .body("items[0].childId", equalTo(mia.toString()))
                .body("items[0]", not(hasKey("childName")))
                .body("items[0]", not(hasKey("ageWeeks")))
                .body("items[0]", not(hasKey("carerName")));
    }

    @Test
    void nobody_else_sees_it() {
        TaughtBlock block = given.block().ofSessions(1).published();
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);

        roster(Person.NOOR, block.session(0)).statusCode(404).body("code", equalTo("not-found"));
        roster(Person.INES, UUID.randomUUID()).statusCode(404);
        roster(Person.ADA, block.session(0)).statusCode(403).body("code", equalTo("forbidden"));
        cara.asks().get(path(block.session(0))).then().statusCode(403);
        Carer.nobody().get(path(block.session(0))).then().statusCode(401);
    }

    @Test
    void the_instructors_own_program_sees_it_with_the_scope() {
        TaughtBlock block = given.block().ofSessions(1).published();

        ofClient(Person.INES.id().toString(), "classes:write bookings:read", block)
                .statusCode(200);
        ofClient(Person.INES.id().toString(), "classes:write", block).statusCode(403);
        ofClient(Person.NOOR.id().toString(), "bookings:read", block).statusCode(404);
        ofClient("course-service", "bookings:read", block).statusCode(403);
    }

    @Test
    void a_cancelled_session_has_an_empty_roster_and_a_draft_has_none() {
        TaughtBlock block = given.block().ofSessions(1).published();
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);
        block.changed(0, 2, Map.of("state", "CANCELLED"));
        await().until(() -> given.places(block).get(0) == 0);

        roster(Person.INES, block.session(0))
                .body("state", equalTo("CANCELLED"))
                .body("taken", equalTo(0));
        roster(Person.INES, given.block().ofSessions(1).drafted().session(0)).statusCode(404);
    }

    @Test
    void a_full_roster_takes_no_more_queries_than_a_short_one() {
        TaughtBlock block = given.block().ofSessions(2).published();
        cara.bookSession(block.session(0), cara.child("Mia", 10)).then().statusCode(201);
        for (int nth = 0; nth < 4; nth++) {
            Carer carer = Carer.fresh();
            carer.bookSession(block.session(1), carer.child("Mia", 10), carer.child("Ben", 10))
                    .then()
                    .statusCode(201);
        }

        assertThat(given.queries(() -> roster(Person.INES, block.session(0)))).isEqualTo(6);
        assertThat(given.queries(() -> roster(Person.INES, block.session(1)))).isEqualTo(6);
    }

    private static String path(UUID session) {
        return "/v1/sessions/" + session + "/roster";
    }

    private static ValidatableResponse roster(Person person, UUID session) {
        return Carer.as(person).get(path(session)).then();
    }

    private static ValidatableResponse ofClient(String account, String scopes, TaughtBlock block) {
        return Carer.nobody()
                .auth()
                .oauth2(Tokens.ofClient(account, "website", scopes))
                .get(path(block.session(0)))
                .then();
    }
}
