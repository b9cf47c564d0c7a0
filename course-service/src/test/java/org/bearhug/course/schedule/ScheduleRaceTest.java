package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.etag;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Facts;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScheduleRaceTest {

    private static final int RUNNERS = 8;

    @Inject
    AgroalDataSource database;

    @Test
    void of_changes_made_on_one_version_exactly_one_wins() {
        String course = course(INES, "Raced");
        String block = publishedBlock(INES, course);
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");

        one("/v1/courses/" + course, "summary");
        one("/v1/blocks/" + block, "title");
        String path = "/v1/sessions/" + session;
        String seen = etag(INES, path);
        exactlyOne(Race.of(
                RUNNERS,
                n -> () -> as(INES).header("If-Match", seen)
                        .body(fields("capacity", 100 + n))
                        .patch(path)
                        .statusCode()));
        assertThat(new Sql(database).<Long>one("SELECT version FROM session WHERE id = ?", UUID.fromString(session)))
                .isEqualTo(3);
    }

    private static void one(String path, String field) {
        String seen = etag(INES, path);
        exactlyOne(Race.of(
                RUNNERS,
                n -> () -> as(INES).header("If-Match", seen)
                        .body(fields(field, "Words of runner " + n))
                        .patch(path)
                        .statusCode()));
    }

    private static void exactlyOne(List<Integer> statuses) {
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(RUNNERS - 1);
    }

    /** Without the lock between looking and writing, the same runners all win: the race above is one. */
    @Test
    void the_control_that_looks_and_then_writes_without_a_lock_lets_several_win() {
        UUID course = UUID.fromString(draft(INES, "Unprotected"));
        Sql sql = new Sql(database);

        List<Boolean> won = Race.of(RUNNERS, n -> () -> {
            long seen = sql.one("SELECT version FROM course, pg_sleep(0.2) WHERE id = ?", course);
            return seen == 1 && sql.change("UPDATE course SET version = version + 1 WHERE id = ?", course) == 1;
        });

        assertThat(Collections.frequency(won, true)).isGreaterThan(1);
    }

    @Test
    void whatever_is_changed_at_once_the_last_facts_say_what_is_true() {
        Facts facts = Facts.fromNowOn();
        String course = course(INES, "Before");
        String block = publishedBlock(INES, course);
        List<String> sessions = as(INES).get("/v1/blocks/" + block).path("sessions.id");

        Race.of(
                RUNNERS,
                n -> () -> n % 2 == 0
                        ? change("*", "/v1/courses/" + course, "title", "Title " + n)
                        : change("*", "/v1/sessions/" + sessions.get(n % 4), "capacity", 50 + n));

        String title = as((Person) null).get("/v1/courses/" + course).path("title");
        for (String session : sessions) {
            Map<String, Object> told = facts.state("session.changed", session);
            assertThat(told).containsEntry("title", title);
            assertThat(told)
                    .containsEntry(
                            "capacity", as(INES).get("/v1/sessions/" + session).path("capacity"));
            assertThat(facts.about(session)).extracting("version").doesNotHaveDuplicates();
        }
    }

    @Test
    void a_retry_with_the_same_key_unfolds_one_block_however_many_come_at_once() {
        String course = draft(INES, "Once");
        String key = UUID.randomUUID().toString();

        List<Response> answers = Race.of(
                RUNNERS,
                n -> () -> as(INES).header("Idempotency-Key", key)
                        .body(block())
                        .post("/v1/courses/" + course + "/blocks"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allMatch(answer -> answer.path("code").equals("idempotency-key-in-use"));
        String again = as(INES).header("Idempotency-Key", key)
                .body(block())
                .post("/v1/courses/" + course + "/blocks")
                .path("id");
        as(INES).get("/v1/courses/" + course + "/blocks").then().body("items", hasSize(1));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).map(answer -> answer.path("id")))
                .containsOnly(again);
        as(INES).header("Idempotency-Key", key)
                .body(block("capacity", 9))
                .post("/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(422);
    }

    private static int change(String ifMatch, String path, String field, Object value) {
        return as(INES).header("If-Match", ifMatch)
                .body(fields(field, value))
                .patch(path)
                .statusCode();
    }
}
