package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.course;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instructor who had Zoom meetings is erased. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class ErasedTopicsTest {

    private static final String WORD = "xylophonist";

    @Inject
    ZoomScene scene;

    private final UUID teacher = UUID.randomUUID();
    private final String token = Tokens.ofClient(teacher.toString(), "website", "classes:write");

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @AfterEach
    void end() {
        scene.begin();
    }

    @Test
    void what_the_platforms_account_has_is_deleted_there_and_named_after_nothing() {
        List<String> sessions = planned();
        scene.work();
        assertThat(everything()).contains(WORD);
        assertThat(ZoomStage.meetings()).hasSize(sessions.size());

        erase();
        scene.work();

        assertThat(ZoomStage.meetings()).isEmpty();
        assertThat(everything()).doesNotContain(WORD);
    }

    @Test
    void what_was_planned_and_never_made_is_named_after_nothing_either() {
        planned();

        erase();

        assertThat(everything()).doesNotContain(WORD);
    }

    /** Two sessions whose meetings Zoom is to make. */
    private List<String> planned() {
        String course = as(token)
                .body(course(WORD))
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(token).post("/v1/courses/" + course + "/publish").then().statusCode(200);
        Map<String, Object> wish = block();
        wish.put("sessions", 2);
        JsonPath made = as(token)
                .body(wish)
                .post("/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return made.getList("sessions.id");
    }

    private void erase() {
        Neighbours.publish("user-service", "account.erased", teacher, 2, Map.of("id", teacher.toString()));
        await().until(() -> scene.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", teacher) != null);
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        scene.sql().rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'courses'").stream()
                .map(row -> row.get("table_name"))
                .forEach(table -> all.append(scene.sql().rows("SELECT t::text FROM " + table + " t")));
        return all.toString();
    }
}
