package org.bearhug.course.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.fields;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instructor writes the same word wherever something can be written, and is erased. */
@QuarkusTest
class ErasedInstructorTest {

    private static final String WORD = "xylotheque";
    private static final String EXPORTER = Tokens.ofService("user-service", "accounts:export");

    @Inject
    AgroalDataSource database;

    private final UUID teacher = UUID.randomUUID();
    private final String token = Tokens.ofClient(teacher.toString(), "website", "classes:write");
    private String course;
    private String block;

    @BeforeEach
    void a_course_full_of_one_word() {
        TestClock.set(Instant.parse(Teaching.NOW));
        Neighbours.publish(
                "user-service", "account.changed", teacher, 1, Map.of("name", WORD, "roles", List.of("instructor")));
        await().until(() -> sql().one("SELECT name FROM instructor WHERE id = ?", teacher) != null);
        course = post(
                "/v1/courses",
                fields(
                        "title",
                        WORD,
                        "topic",
                        WORD,
                        "summary",
                        WORD,
                        "description",
                        WORD,
                        "whatToBring",
                        WORD,
                        "whenNotToJoin",
                        WORD));
        as(token).post("/v1/courses/" + course + "/publish").then().statusCode(200);
        block = post(
                "/v1/courses/" + course + "/blocks", block("title", WORD, "callLink", "https://zoom.test/j/" + WORD));
        as(token).post("/v1/blocks/" + block + "/publish").then().statusCode(200);
        sql().change("INSERT INTO external_course VALUES (?::uuid, ?, ?)", course, teacher, WORD);
        sql().change(
                        "INSERT INTO class_entry (session_id, block_id, instructor_id, external_id) SELECT min(id::text)::uuid,"
                                + " block_id, ?, ? FROM session WHERE block_id = ?::uuid GROUP BY block_id",
                        teacher,
                        WORD,
                        block);
        sql().change(
                        "INSERT INTO testimonial (id, course_id, carer_id, words, signature, state, consented_at)"
                                + " VALUES (uuidv7(), ?::uuid, uuidv7(), ?, 'C', 'WAITING', now())",
                        course,
                        WORD);
        String first = as(token).get("/v1/blocks/" + block).path("sessions[0].id");
        as(token)
                .body(Map.of("reason", WORD))
                .post("/v1/sessions/" + first + "/cancel")
                .then()
                .statusCode(200);
    }

    @Test
    void courses_are_archived_and_none_of_their_words_are_left() {
        assertThat(everything()).contains(WORD);
        ask("erasure").statusCode(404);

        erase();

        assertThat(everything()).doesNotContain(WORD);
        as(token)
                .get("/v1/courses/" + course)
                .then()
                .statusCode(200)
                .body("state", equalTo("ARCHIVED"))
                .body("title", equalTo("A former course"))
                .body("instructor.name", nullValue());
        as(token)
                .get("/v1/blocks/" + block)
                .then()
                .body("state", equalTo("ARCHIVED"))
                .body("sessions.state", everyItem(equalTo("CANCELLED")))
                .body("sessions.meeting", everyItem(equalTo("NONE")));
        ask("erasure")
                .statusCode(200)
                .body("coursesArchived", equalTo(1))
                .body("coursesStillOpen", equalTo(0))
                .body("sessionsToComeStillScheduled", equalTo(0))
                .body("namesLeft", equalTo(0));
    }

    @Test
    void what_has_been_taught_stays_as_it_was_but_for_the_words() {
        TestClock.set(Instant.parse("2027-01-20T12:00:00Z"));

        erase();

        as(token)
                .get("/v1/blocks/" + block)
                .then()
                .body("sessions.state", equalTo(List.of("CANCELLED", "SCHEDULED", "CANCELLED", "CANCELLED")));
    }

    @Test
    void a_reader_who_begins_with_the_oldest_fact_learns_no_word_and_the_newest_state() {
        erase();

        List<Map<String, Object>> facts = sql().rows(
                        """
                        SELECT type, payload::text AS payload FROM outbox
                         WHERE payload->>'courseId' = ? OR aggregateid = ?::uuid""",
                        course,
                        course);
        assertThat(facts).hasSizeGreaterThan(10).allSatisfy(fact -> assertThat(
                        fact.get("payload").toString())
                .contains("A former course")
                .doesNotContain("PUBLISHED"));
    }

    @Test
    void erasing_twice_is_as_once() {
        erase();
        Neighbours.publish("user-service", "account.erased", teacher, 3, Map.of("id", teacher.toString()));
        UUID after = UUID.randomUUID();
        Neighbours.publish(
                "user-service", "account.changed", after, 1, Map.of("name", "N", "roles", List.of("instructor")));
        await().until(() -> sql().one("SELECT 1 FROM instructor WHERE id = ?", after) != null);

        ask("erasure").statusCode(200).body("namesLeft", equalTo(0));
    }

    @Test
    void the_export_has_all_that_was_written_and_no_way_into_a_call() {
        String export = ask("export").statusCode(200).extract().asString();

        assertThat(export)
                .contains("what_to_bring", "cancel_reason", "\"name\": \"" + WORD)
                .doesNotContain("sealed_link", "zoom.test");
    }

    private io.restassured.response.ValidatableResponse ask(String what) {
        return as(EXPORTER).get("/v1/accounts/" + teacher + "/" + what).then();
    }

    private void erase() {
        Neighbours.publish("user-service", "account.erased", teacher, 2, Map.of("id", teacher.toString()));
        await().until(() -> sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", teacher) != null);
    }

    private String post(String path, Map<String, Object> body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** All of the service's own schema, as a thief of a backup would read it. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        sql().rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'courses'").stream()
                .map(row -> row.get("table_name"))
                .forEach(table -> all.append(sql().rows("SELECT t::text FROM " + table + " t")));
        return all.toString();
    }

    private Sql sql() {
        return new Sql(database);
    }
}
