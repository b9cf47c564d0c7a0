package org.bearhug.course.instructor;

import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.course;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApprovalTest {

    @Inject
    AgroalDataSource database;

    private final UUID teacher = UUID.randomUUID();
    private final String token = Tokens.ofClient(teacher.toString(), "website", "classes:write");
    private String course;

    @BeforeEach
    void a_draft() {
        TestClock.set(Instant.parse(Teaching.NOW));
        course = as(token)
                .body(course("New here"))
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void who_is_not_approved_drafts_and_does_not_publish() {
        told(1, false);
        refused("/v1/courses/" + course);

        told(2, true);
        publish("/v1/courses/" + course).statusCode(200);
        String block = as(token)
                .body(block())
                .post("/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        told(3, false);
        refused("/v1/blocks/" + block);

        told(4, true);
        publish("/v1/blocks/" + block).statusCode(200);
    }

    @Test
    void of_whom_nothing_is_told_yet_the_token_decides() {
        for (Object says : new Object[] {null, false, "no"}) {
            as(saying(says))
                    .post("/v1/courses/" + course + "/publish")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("instructor-not-approved"));
        }
        as(token).get("/v1/courses/" + course).then().body("state", equalTo("DRAFT"));

        as(saying(true)).post("/v1/courses/" + course + "/publish").then().statusCode(200);
    }

    @Test
    void what_is_told_counts_more_than_what_an_older_token_says() {
        told(1, false);
        as(saying(true)).post("/v1/courses/" + course + "/publish").then().statusCode(403);

        told(2, true);
        as(saying(false)).post("/v1/courses/" + course + "/publish").then().statusCode(200);
    }

    @Test
    void a_class_entry_is_published_by_nobody_who_waits() {
        publish("/v1/courses/" + course).statusCode(200);
        told(1, false);

        as(token)
                .body(Map.of(
                        "courseId",
                        course,
                        "start",
                        "2026-12-07T10:30:00",
                        "timeZone",
                        "Europe/London",
                        "durationMinutes",
                        45,
                        "capacity",
                        8,
                        "price",
                        Map.of("amount", 1200, "currency", "GBP"),
                        "ageWeeks",
                        Map.of("from", 6, "to", 26),
                        "meeting",
                        Map.of("kind", "NONE")))
                .put("/v1/class-entries/spring-1")
                .then()
                .statusCode(403)
                .body("code", equalTo("instructor-not-approved"));

        as(token).get("/v1/class-entries/spring-1").then().statusCode(404);
    }

    @Test
    void who_is_disabled_publishes_nothing_while_a_token_lasts() {
        Neighbours.publish(
                "user-service",
                "account.changed",
                teacher,
                1,
                Map.of("name", "Ines", "roles", List.of("instructor"), "approved", true, "disabled", true));
        known(1);

        refused("/v1/courses/" + course);
    }

    @Test
    void who_is_erased_publishes_nothing_while_a_token_lasts() {
        told(1, true);
        Neighbours.publish("user-service", "account.erased", teacher, 2, Map.of());
        known(Long.MAX_VALUE);

        publish("/v1/courses/" + course).statusCode(403).body("code", equalTo("instructor-not-approved"));
    }

    /** A token of this teacher that says so much of an approval. */
    private String saying(Object approved) {
        return Tokens.forPerson(Person.INES)
                .claim("sub", teacher.toString())
                .claim("approved", approved)
                .good();
    }

    @Test
    void a_fact_from_before_approvals_says_nothing_against_it() {
        Neighbours.publish(
                "user-service", "account.changed", teacher, 1, Map.of("name", "Ines", "roles", List.of("instructor")));
        known(1);

        publish("/v1/courses/" + course).statusCode(200);
    }

    private void refused(String path) {
        publish(path).statusCode(403).body("code", equalTo("instructor-not-approved"));
        as(token).get(path).then().body("state", equalTo("DRAFT"));
    }

    private ValidatableResponse publish(String path) {
        return as(token).post(path + "/publish").then();
    }

    private void told(long version, boolean approved) {
        Neighbours.publish(
                "user-service",
                "account.changed",
                teacher,
                version,
                Map.of("name", "Ines", "roles", List.of("instructor"), "approved", approved));
        known(version);
    }

    private void known(long version) {
        await().until(() -> Long.valueOf(version)
                .equals(new Sql(database).one("SELECT version FROM instructor WHERE id = ?", teacher)));
    }
}
