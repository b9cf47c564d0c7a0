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
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void reset_the_clock() {
        TestClock.reset();
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
    void who_is_not_known_yet_publishes() {
        publish("/v1/courses/" + course).statusCode(200);
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
