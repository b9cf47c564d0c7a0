package org.bearhug.course.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.etag;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CourseTest {

    @Inject
    AgroalDataSource database;

    @Test
    void a_course_is_written_as_a_draft() {
        var answer = as(INES).body(fields("title", "  Baby yoga ", "topic", "baby-yoga", "summary", "Stretch together"))
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("title", equalTo("Baby yoga"))
                .body("state", equalTo("DRAFT"))
                .body("language", equalTo("en-GB"))
                .body("instructor.id", equalTo(INES.id().toString()))
                .extract();

        String id = answer.path("id");
        assertThat(answer.header("Location")).endsWith("/v1/courses/" + id);
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(new Sql(database).<UUID>one("SELECT instructor_id FROM course WHERE id = ?", UUID.fromString(id)))
                .isEqualTo(INES.id());
    }

    @Test
    void a_draft_is_seen_by_its_instructor_and_the_admin_alone() {
        String path = "/v1/courses/" + draft(INES, "Secret plans");

        as(INES).get(path).then().statusCode(200);
        as(Person.ADA).get(path).then().statusCode(200);
        as(NOOR).get(path).then().statusCode(404).body("code", equalTo("not-found"));
        as(Person.CARA).get(path).then().statusCode(404);
        as((Person) null).get(path).then().statusCode(404);
    }

    @Test
    void a_published_course_is_seen_by_everybody_and_stays_so_when_archived() {
        String path = "/v1/courses/" + course(INES, "For all");

        as((Person) null).get(path).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        as(INES).post(path + "/archive").then().statusCode(200).body("state", equalTo("ARCHIVED"));
        as((Person) null).get(path).then().statusCode(200).body("state", equalTo("ARCHIVED"));
    }

    @Test
    void what_is_absent_stays_and_what_is_null_goes() {
        String path = "/v1/courses/" + draft(INES, "Changing");
        change(INES, path, "description", "Long\nwords", "whatToBring", "A towel")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("description", equalTo("Long\nwords"));

        change(INES, path, "description", null, "title", "Changed")
                .then()
                .statusCode(200)
                .body("title", equalTo("Changed"))
                .body("description", nullValue())
                .body("whatToBring", equalTo("A towel"));
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        String path = "/v1/courses/" + draft(INES, "Versions");
        String seen = etag(INES, path);

        as(INES).body(fields("title", "No tag"))
                .patch(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        change(INES, path, "title", "First").then().statusCode(200);
        as(INES).header("If-Match", seen)
                .body(fields("title", "Second"))
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
        as(INES).get(path).then().body("title", equalTo("First"));
    }

    @Test
    void a_change_that_changes_nothing_is_no_new_version() {
        String path = "/v1/courses/" + draft(INES, "Same");

        change(INES, path, "title", "Same").then().statusCode(200).header("ETag", "\"v1\"");
    }

    @Test
    void publishing_and_archiving_may_be_said_again_but_never_back() {
        String path = "/v1/courses/" + draft(INES, "Forward only");

        as(INES).post(path + "/publish").then().statusCode(200).header("ETag", "\"v2\"");
        as(INES).post(path + "/publish").then().statusCode(200).header("ETag", "\"v2\"");
        as(INES).post(path + "/archive").then().statusCode(200).header("ETag", "\"v3\"");
        as(INES).post(path + "/archive").then().statusCode(200).header("ETag", "\"v3\"");
        as(INES).post(path + "/publish").then().statusCode(409).body("code", equalTo("course-archived"));
        change(INES, path, "title", "Too late").then().statusCode(409).body("code", equalTo("course-archived"));
    }

    @Test
    void another_instructors_course_cannot_be_changed() {
        String path = "/v1/courses/" + course(INES, "Mine");

        change(NOOR, path, "title", "Yours").then().statusCode(404);
        as(NOOR).post(path + "/archive").then().statusCode(404);
        as(INES).get(path).then().body("title", equalTo("Mine")).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void a_retry_with_the_same_key_writes_one_course() {
        var request = as(INES).header("Idempotency-Key", UUID.randomUUID()).body(course("Once"));

        String first =
                request.post("/v1/courses").then().statusCode(201).extract().path("id");
        String again =
                request.post("/v1/courses").then().statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
    }
}
