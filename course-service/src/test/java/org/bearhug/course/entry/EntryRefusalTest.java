package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.course.entry.Integration.path;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EntryRefusalTest extends EntryWorld {

    @AfterEach
    void nothing_was_written() {
        assertThat(new Sql(database).<Long>one("SELECT count(*) FROM class_entry WHERE external_id LIKE ?", name + "%"))
                .isZero();
        assertThat(new Sql(database)
                        .<Long>one("SELECT count(*) FROM session WHERE course_id = ?", UUID.fromString(course)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "start, 2027-02-30T10:00:00",
        "start, 2026-11-24T11:59:00",
        "start, 2036-01-01T10:00:00",
        "start, 2027-01-01T10:00:30",
        "timeZone, +01:00",
        "timeZone, Mars/Olympus",
        "durationMinutes, 9",
        "capacity, 0",
        "title, ''",
        "externalCourseId, a/b",
        "courseId, no-uuid",
    })
    void a_field_that_cannot_be_is_named(String field, String value) {
        website.put(name, entry("courseId", course, field, value.matches("\\d") ? Integer.valueOf(value) : value))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItem("#/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "timeZone", "durationMinutes", "capacity", "price", "ageWeeks", "meeting"})
    void a_field_that_is_missing_is_named(String field) {
        website.put(name, entry("courseId", course, field, null))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/" + field));
    }

    @Test
    void ages_in_the_wrong_order_and_unknown_fields_are_refused() {
        website.put(name, entry("courseId", course, "ageWeeks", Map.of("from", 9, "to", 8)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/ageWeeks/to"));
        website.put(name, entry("courseId", course, "colour", "red")).then().statusCode(400);
    }

    @Test
    void a_course_is_named_in_one_way() {
        website.put(name, entry()).then().statusCode(400).body("errors.pointer", hasItem("#/courseId"));
        website.put(name, entry("courseId", course, "externalCourseId", name))
                .then()
                .statusCode(400);
        website.put(name, entry("courseId", course, "course", Teaching.course("Words")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/course"));
        website.put(name, entry("externalCourseId", name))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/course"));
        website.put(name, entry("externalCourseId", name, "course", Map.of("title", "T")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/course/topic"));
    }

    @Test
    void a_course_has_to_be_there_and_open() {
        website.put(name, entry("courseId", UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        website.put(name, entry("courseId", draft(INES, "Draft")))
                .then()
                .statusCode(409)
                .body("code", equalTo("course-not-published"));
        as(INES).post("/v1/courses/" + course + "/archive").then().statusCode(200);
        website.put(name, entry("courseId", course)).then().statusCode(409).body("code", equalTo("course-archived"));
    }

    @Test
    void a_new_course_is_not_left_behind_when_its_class_is_refused() {
        website.put(
                        name,
                        entry(
                                "externalCourseId",
                                name,
                                "course",
                                Teaching.course("Left " + name),
                                "start",
                                "2020-01-01T10:00:00"))
                .then()
                .statusCode(400);

        assertThat(new Sql(database).<Long>one("SELECT count(*) FROM course WHERE title = ?", "Left " + name))
                .isZero();
    }

    @Test
    void a_meeting_is_what_its_kind_says() {
        refusedMeeting(Map.of("kind", "LINK"), 400, "invalid-request");
        refusedMeeting(Map.of("kind", "NONE", "link", "https://calls.example/j"), 400, "invalid-request");
        refusedMeeting(Map.of("kind", "LINK", "link", "http://calls.example/j"), 400, "invalid-request");
        refusedMeeting(Map.of("kind", "TEAMS"), 400, "invalid-request");
        refusedMeeting(Map.of("kind", "ZOOM"), 409, "zoom-not-connected");
    }

    private void refusedMeeting(Map<String, String> meeting, int status, String code) {
        String answer = website.put(name, entry("courseId", course, "meeting", meeting))
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("calls.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a%20b", "%C3%BC", "a%00b", "a*b"})
    void an_id_has_only_characters_that_stand_in_a_path_as_they_are(String id) {
        as(website.token())
                .body(entry("courseId", course))
                .put(path(id))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void an_id_has_an_end_and_is_not_that_of_the_batch() {
        website.put(name + "x".repeat(61), entry("courseId", course)).then().statusCode(400);
        assertThat(website.put("batch", entry("courseId", course)).statusCode()).isEqualTo(405);
    }

    @Test
    void what_is_not_there_is_not_read_or_cancelled() {
        website.get(name).then().statusCode(404).body("code", equalTo("not-found"));
        website.delete(name).then().statusCode(404).body("code", equalTo("not-found"));
    }
}
