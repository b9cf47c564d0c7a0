package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an instructor sees of those who wait. */
@QuarkusTest
class LinesTest {

    @Inject
    Given given;

    @Inject
    Matcher matcher;

    private final Carer cara = new Carer(UUID.randomUUID(), "Cara Lindqvist").known();
    private final Carer dana = new Carer(UUID.randomUUID(), "Dana Novak").known();
    private final Carer omar = new Carer(UUID.randomUUID(), "Omar Diallo").known();
    private TaughtBlock block;
    private TaughtBlock other;
    private String taken;

    @BeforeEach
    void a_full_block_and_another_of_the_course() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(1).published();
        other = given.block().ofSessions(2).seats(1).ofTheCourseOf(block).published();
        taken = omar.bookBlock(block.id(), omar.child("Zoe", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void families_stand_in_the_order_in_which_they_came_with_what_they_want() {
        String second = waiting(dana.waitForSession(block.session(1), dana.child("Dan", 10)));
        String third =
                waiting(cara.waitForAny(List.of(other.id(), block.id()), cara.child("Mia", 10), cara.child("Ben", 20)));

        line(Person.INES, "blocks", block.id())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("inLine", equalTo(2))
                .body("items.id", contains(second, third))
                .body("items.position", contains(1, 2))
                .body("items.state", contains("WAITING", "WAITING"))
                .body("items.carerName", contains("Dana Novak", "Cara Lindqvist"))
                .body("items.childNames", contains(List.of("Dan"), List.of("Mia", "Ben")))
                .body("items[0].sessionId", equalTo(block.session(1).toString()))
                .body("items[0].blockIds", nullValue())
                .body(
                        "items[1].blockIds",
                        contains(other.id().toString(), block.id().toString()));
        line(Person.INES, "sessions", block.session(0)).body("items.id", contains(third));
        line(Person.INES, "sessions", block.session(1)).body("items.id", contains(second, third));
        line(Person.INES, "blocks", other.id()).body("items.id", contains(third));
    }

    @Test
    void whoever_is_offered_seats_stands_there_until_the_offer_runs_out() {
        String first = waiting(cara.waitFor(block.id(), cara.child("Mia", 10)));
        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();

        String until = line(Person.INES, "blocks", block.id())
                .body("items.id", contains(first))
                .body("items[0].state", equalTo("OFFERED"))
                .body("items[0].position", nullValue())
                .body("items[0].offeredUntil", notNullValue())
                .extract()
                .path("items[0].offeredUntil");
        assertThat(until).isEqualTo(cara.asks().get("/v1/waitlist/" + first).path("offer.expiresAt"));
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofDays(2)));
        line(Person.INES, "blocks", block.id()).body("inLine", equalTo(0)).body("items", empty());
    }

    @Test
    void whoever_leaves_is_seen_no_more() {
        String first = waiting(cara.waitFor(block.id(), cara.child("Mia", 10)));
        String second = waiting(dana.waitFor(block.id(), dana.child("Dan", 10)));
        line(Person.INES, "blocks", block.id()).body("items.id", contains(first, second));

        cara.asks().delete("/v1/waitlist/" + first).then().statusCode(204);

        line(Person.INES, "blocks", block.id())
                .body("items.id", contains(second))
                .body("items.position", contains(1));
    }

    @Test
    void nobody_else_sees_a_line() {
        waiting(cara.waitFor(block.id(), cara.child("Mia", 10)));

        for (String what : List.of("blocks/" + block.id(), "sessions/" + block.session(0))) {
            Carer.as(Person.NOOR)
                    .get("/v1/" + what + "/waitlist")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            cara.asks().get("/v1/" + what + "/waitlist").then().statusCode(403).body("code", equalTo("forbidden"));
            Carer.nobody().get("/v1/" + what + "/waitlist").then().statusCode(401);
        }
        line(Person.INES, "blocks", UUID.randomUUID()).statusCode(404);
        line(Person.INES, "sessions", block.id()).statusCode(404);
    }

    private static ValidatableResponse line(Person instructor, String what, UUID id) {
        return Carer.as(instructor).get("/v1/" + what + "/" + id + "/waitlist").then();
    }

    private static String waiting(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }
}
