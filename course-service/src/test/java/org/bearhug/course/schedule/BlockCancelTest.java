package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.bearhug.course.Facts;
import org.bearhug.course.Teaching;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BlockCancelTest {

    private String block;
    private List<String> sessions;

    @BeforeEach
    void a_block_of_three_sessions() {
        TestClock.set(Instant.parse(Teaching.NOW));
        block = publishedBlock(INES, course(INES, "Called off"), "sessions", 3);
        sessions = as(INES).get("/v1/blocks/" + block).path("sessions.id");
    }

    @Test
    void all_sessions_are_cancelled_at_once_and_the_block_is_sold_no_more() {
        Facts facts = Facts.fromNowOn();

        as(INES).body(fields("reason", "Ines is ill"))
                .post("/v1/blocks/" + block + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("ARCHIVED"))
                .body("sessions.state", everyItem(equalTo("CANCELLED")))
                .body("sessions.cancelReason", everyItem(equalTo("Ines is ill")));

        assertThat(sessions).allSatisfy(session -> assertThat(facts.state("session.changed", session))
                .containsEntry("state", "CANCELLED"));
        assertThat(facts.state("block.changed", block)).containsEntry("state", "ARCHIVED");
    }

    @Test
    void what_is_over_stays_as_it_was_and_what_has_begun_is_cancelled() {
        TestClock.set(Instant.parse("2027-01-14T10:59:00Z"));

        as(INES).post("/v1/blocks/" + block + "/cancel")
                .then()
                .statusCode(200)
                .body("sessions.state", contains("SCHEDULED", "CANCELLED", "CANCELLED"));
    }

    @Test
    void said_again_it_changes_nothing() {
        as(INES).body(fields("reason", "First"))
                .post("/v1/blocks/" + block + "/cancel")
                .then()
                .statusCode(200);
        String tag = Teaching.etag(INES, "/v1/blocks/" + block);

        as(INES).body(fields("reason", "Second"))
                .post("/v1/blocks/" + block + "/cancel")
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .body("sessions.cancelReason", everyItem(equalTo("First")));
    }

    @Test
    void a_block_that_is_over_is_not_cancelled() {
        TestClock.set(Instant.parse("2027-01-21T11:00:00Z"));

        as(INES).post("/v1/blocks/" + block + "/cancel").then().statusCode(409).body("code", equalTo("block-over"));
    }

    @Test
    void another_instructors_block_is_not_there() {
        as(NOOR).post("/v1/blocks/" + block + "/cancel").then().statusCode(404).body("code", equalTo("not-found"));
        as(INES).body(fields("reason", "a\nb".repeat(300)))
                .post("/v1/blocks/" + block + "/cancel")
                .then()
                .statusCode(400);
    }
}
