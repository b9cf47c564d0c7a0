package org.bearhug.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.CARA;
import static org.bearhug.testing.Person.INES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths written in odd ways change nothing that is really there; {@link DisguisedPathsTest} tries every endpoint. */
@QuarkusTest
class PathTricksTest {

    private String course;
    private String draft;
    private String block;
    private String session;

    @BeforeEach
    void there_is_something_to_protect() {
        course = course(INES, "Protected");
        draft = draft(INES, "Protected draft");
        block = publishedBlock(INES, course);
        session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=b", "%3Ba", "%2F", "%5C", "/", "?;x"})
    void a_stranger_changes_nothing_by_a_trick(String trick) {
        for (String path : new String[] {
            "/v1/courses" + trick,
            "/v1/courses/" + draft + "/publish" + trick,
            "/v1/courses/" + course + trick + "/archive",
            "/v1/courses/" + course + "/blocks" + trick,
            "/v1/blocks/" + block + "/archive" + trick,
            "/v1/blocks" + trick + "/" + block + "/archive",
            "/v1/sessions/" + session + "/cancel" + trick,
        }) {
            refused(as((Person) null).body("{}").post(path), path);
            refused(as(CARA).body("{}").post(path), path);
        }
        refused(as(CARA).header("If-Match", "*").body("{}").patch("/v1/sessions/" + session + trick), trick);
        as(INES).get("/v1/blocks/" + block).then().statusCode(200);
        assertThat(as(INES).get("/v1/blocks/" + block).<String>path("state")).isEqualTo("PUBLISHED");
        assertThat(as(INES).get("/v1/courses/" + draft).<String>path("state")).isEqualTo("DRAFT");
        assertThat(as(INES).get("/v1/sessions/" + session).<String>path("state"))
                .isEqualTo("SCHEDULED");
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=b", "%3Ba", "%2F", "%5C"})
    void a_draft_is_not_shown_by_a_trick(String trick) {
        Response answer = as(CARA).get("/v1/courses/" + draft + trick);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.asString()).doesNotContain("Protected draft");
    }

    @Test
    void the_control_can_do_what_the_tricks_cannot() {
        assertThat(as(INES).post("/v1/sessions/" + session + "/cancel").statusCode())
                .isEqualTo(200);
    }

    private static void refused(Response answer, String path) {
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
        assertThat(answer.asString()).as(path).doesNotContain("<html").doesNotContain("Exception");
    }
}
