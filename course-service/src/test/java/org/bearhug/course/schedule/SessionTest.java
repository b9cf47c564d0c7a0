package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.etag;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.course.Teaching.money;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

    private String block;
    private List<String> sessions;
    private String first;

    @BeforeEach
    void a_block_is_published() {
        TestClock.set(Instant.parse(Teaching.NOW));
        block = "/v1/blocks/" + publishedBlock(INES, course(INES, "Sessions"));
        sessions = as(INES).get(block).path("sessions.id");
        first = "/v1/sessions/" + sessions.get(0);
    }

    @Test
    void a_session_is_moved_and_its_block_is_another_version() {
        String before = etag(INES, block);

        change(INES, first, "localStart", "2027-07-01T18:00:00", "durationMinutes", 45)
                .then()
                .statusCode(200)
                .body("startsAt", equalTo("2027-07-01T17:00:00Z"))
                .body("endsAt", equalTo("2027-07-01T17:45:00Z"));
        as(INES).get(block).then().header("ETag", not(before));
    }

    @Test
    void another_zone_keeps_the_wall_time() {
        change(INES, first, "timeZone", "America/New_York")
                .then()
                .statusCode(200)
                .body("localStart", equalTo("2027-01-07T10:00:00"))
                .body("startsAt", equalTo("2027-01-07T15:00:00Z"));
    }

    @Test
    void seats_price_and_ages_are_changed_and_the_price_taken_away() {
        change(INES, first, "capacity", 20, "dropInPrice", money(0), "ageWeeks", Map.of("from", 8, "to", 8))
                .then()
                .statusCode(200)
                .body("capacity", equalTo(20))
                .body("dropInPrice.amount", equalTo(0))
                .body("ageWeeks.from", equalTo(8))
                .body("localStart", equalTo("2027-01-07T10:00:00"));
        change(INES, first, "dropInPrice", null)
                .then()
                .statusCode(200)
                .body("dropInPrice", nullValue())
                .body("capacity", equalTo(20));
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        String seen = etag(INES, first);

        as(INES).body(fields("capacity", 9)).patch(first).then().statusCode(428);
        change(INES, first, "capacity", 9).then().statusCode(200);
        as(INES).header("If-Match", seen)
                .body(fields("capacity", 10))
                .patch(first)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
    }

    @Test
    void a_cancelled_session_stays_visible_and_as_it_is() {
        as(INES).body(fields("reason", "The teacher is ill"))
                .post(first + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        as((Person) null)
                .get(first)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("cancelReason", equalTo("The teacher is ill"));
        as(INES).body(fields("reason", "Another"))
                .post(first + "/cancel")
                .then()
                .body("cancelReason", equalTo("The teacher is ill"));
        change(INES, first, "capacity", 9).then().statusCode(409).body("code", equalTo("session-cancelled"));
    }

    @Test
    void a_session_is_cancelled_without_a_word() throws Exception {
        HttpRequest bare = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + first + "/cancel"))
                .header("Authorization", "Bearer " + INES.token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(HttpClient.newHttpClient().send(bare, HttpResponse.BodyHandlers.ofString()))
                .returns(200, HttpResponse::statusCode);
    }

    @Test
    void a_session_that_has_begun_is_not_moved_but_its_link_may_change() {
        TestClock.set(Instant.parse("2027-01-07T10:00:00Z"));

        change(INES, first, "localStart", "2027-02-01T10:00:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("session-begun"));
        change(INES, first, "durationMinutes", 90).then().statusCode(409);
        change(INES, first, "callLink", "https://calls.example/other")
                .then()
                .statusCode(200)
                .body("meeting", equalTo("READY"));
    }

    @Test
    void a_session_is_not_moved_into_the_past_or_beyond_three_years() {
        change(INES, first, "localStart", "2026-11-24T12:00:00")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/localStart"));
        change(INES, first, "localStart", "2036-11-24T12:00:00").then().statusCode(400);
        change(INES, first, "localStart", "2027-11-24T12:00:01").then().statusCode(400);
    }

    @Test
    void a_session_that_is_over_is_not_cancelled() {
        TestClock.set(Instant.parse("2027-01-07T11:00:00Z"));

        as(INES).post(first + "/cancel").then().statusCode(409).body("code", equalTo("session-over"));
        as(INES).get(first).then().body("state", equalTo("SCHEDULED"));
    }

    @Test
    void a_block_has_no_two_sessions_at_one_time_unless_one_is_cancelled() {
        change(INES, first, "localStart", "2027-01-14T10:00:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("session-time-taken"));
        as(INES).post("/v1/sessions/" + sessions.get(1) + "/cancel").then().statusCode(200);
        change(INES, first, "localStart", "2027-01-14T10:00:00").then().statusCode(200);
    }

    @Test
    void another_instructors_session_answers_as_if_it_were_not_there() {
        change(NOOR, first, "capacity", 1).then().statusCode(404).body("code", equalTo("not-found"));
        as(NOOR).post(first + "/cancel").then().statusCode(404);
        as(INES).get(first).then().body("state", equalTo("SCHEDULED")).body("capacity", equalTo(8));
    }

    @Test
    void a_session_of_an_archived_block_goes_on_and_can_be_changed() {
        as(INES).post(block + "/archive").then().statusCode(200);

        change(INES, first, "localStart", "2027-01-08T10:00:00").then().statusCode(200);
        as(INES).post(first + "/cancel").then().statusCode(200);
    }
}
