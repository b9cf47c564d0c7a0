package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.bearhug.course.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting is made, moved, renamed and deleted with its session. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class MeetingLifeTest {

    @Inject
    ZoomScene scene;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void each_session_gets_a_meeting_of_its_own_without_the_request_waiting_for_zoom() {
        Facts facts = Facts.fromNowOn();
        List<String> sessions = scene.block(2);
        assertThat(sessions)
                .allSatisfy(session -> assertThat(scene.state(session)).isEqualTo("PENDING"));
        assertThat(ZoomStage.calls()).isEmpty();

        scene.work();

        assertThat(ZoomStage.meetings()).hasSize(2).allSatisfy(meeting -> {
            assertThat(meeting.path("topic").asText()).isEqualTo("Zoomed");
            assertThat(meeting.path("type").asInt()).isEqualTo(2);
            assertThat(meeting.path("duration").asInt()).isEqualTo(60);
        });
        for (String session : sessions) {
            assertThat(scene.state(session)).isEqualTo("READY");
            assertThat(facts.state("meeting.changed", session))
                    .containsEntry("state", "READY")
                    .containsEntry("privateWays", true)
                    .doesNotContainValue(scene.link(session));
        }
        assertThat(sessions.stream().map(scene::link)).containsExactlyInAnyOrderElementsOf(joinUrls());
    }

    private static List<String> joinUrls() {
        return ZoomStage.meetings().stream()
                .map(meeting -> meeting.path("join_url").asText())
                .toList();
    }

    @Test
    void a_session_that_moves_takes_its_meeting_along_and_keeps_its_link() {
        String session = scene.block(1).get(0);
        scene.work();
        String link = scene.link(session);

        change(INES, "/v1/sessions/" + session, "localStart", "2027-01-08T11:30:00", "durationMinutes", 45)
                .then()
                .statusCode(200)
                .body("meeting", equalTo("READY"));
        scene.work();

        JsonNode meeting = ZoomStage.meetings().get(0);
        assertThat(meeting.path("start_time").asText()).isEqualTo("2027-01-08T11:30:00Z");
        assertThat(meeting.path("duration").asInt()).isEqualTo(45);
        assertThat(scene.link(session)).isEqualTo(link);
    }

    @Test
    void zoom_is_told_only_what_differs() {
        String session = scene.block(1).get(0);
        scene.work();
        int calls = ZoomStage.calls().size();

        change(INES, "/v1/sessions/" + session, "capacity", 5).then().statusCode(200);
        change(INES, "/v1/sessions/" + session, "localStart", "2027-01-08T11:30:00")
                .then()
                .statusCode(200);
        change(INES, "/v1/sessions/" + session, "localStart", "2027-01-07T10:00:00")
                .then()
                .statusCode(200);
        scene.work();

        assertThat(ZoomStage.calls()).hasSize(calls);
        assertThat(scene.row(session))
                .containsEntry("fulfilled", scene.row(session).get("wish"));
    }

    @Test
    void a_course_that_is_renamed_renames_its_meetings() {
        String session = scene.block(1).get(0);
        scene.work();

        String course = as(INES).get("/v1/sessions/" + session).path("courseId");
        change(INES, "/v1/courses/" + course, "title", "Renamed").then().statusCode(200);
        scene.work();

        assertThat(ZoomStage.meetings().get(0).path("topic").asText()).isEqualTo("Renamed");
    }

    @Test
    void a_cancelled_session_has_no_meeting_any_more() {
        List<String> sessions = scene.block(2);
        scene.work();

        as(INES).post("/v1/sessions/" + sessions.get(0) + "/cancel")
                .then()
                .statusCode(200)
                .body("meeting", equalTo("NONE"));
        scene.work();

        assertThat(joinUrls()).containsExactly(scene.link(sessions.get(1)));
        assertThat(scene.row(sessions.get(0))).containsEntry("zoom_id", null).containsEntry("asked", false);
    }

    @Test
    void an_instructor_may_change_between_zoom_a_link_and_nothing() {
        String session = scene.block(1, "callLink", "https://calls.example/1").get(0);
        String path = "/v1/sessions/" + session;
        assertThat(scene.state(session)).isEqualTo("READY");
        scene.work();
        assertThat(ZoomStage.calls()).isEmpty();

        change(INES, path, "meeting", "ZOOM").then().body("meeting", equalTo("PENDING"));
        scene.work();
        assertThat(scene.link(session)).isEqualTo(joinUrls().get(0));

        change(INES, path, "callLink", "https://calls.example/2").then().body("meeting", equalTo("READY"));
        change(INES, path, "meeting", "ZOOM").then().body("meeting", equalTo("PENDING"));
        scene.work();
        assertThat(scene.link(session)).isEqualTo(joinUrls().get(0));

        change(INES, path, "meeting", "NONE").then().body("meeting", equalTo("NONE"));
        scene.work();
        assertThat(ZoomStage.meetings()).isEmpty();
    }

    @Test
    void a_choice_that_contradicts_itself_is_refused() {
        String course = course(INES, "Contradicted");
        List<Map<String, Object>> wrong = List.of(
                block("meeting", "ZOOM", "callLink", "https://calls.example/1"),
                block("meeting", "NONE", "callLink", "https://calls.example/1"),
                block("meeting", "LINK"),
                block("meeting", "TEAMS"));

        assertThat(wrong)
                .allSatisfy(wish ->
                        unfold(INES, course, wish).then().statusCode(400).body("code", equalTo("invalid-request")));
        unfold(INES, course, block("meeting", "NONE"))
                .then()
                .statusCode(201)
                .body("sessions.meeting", everyItem(equalTo("NONE")));
    }

    @Test
    void the_wall_time_is_the_same_on_both_sides_of_a_clock_change() {
        for (String first : List.of("2027-03-21T10:00:00", "2027-10-24T10:00:00")) {
            List<String> sessions = scene.block(2, "firstStart", first);
            scene.work();

            for (String session : sessions) {
                JsonNode meeting = ZoomStage.meetings().stream()
                        .filter(each -> each.path("join_url").asText().equals(scene.link(session)))
                        .findFirst()
                        .orElseThrow();
                assertThat(meeting.path("timezone").asText()).isEqualTo("Europe/London");
                assertThat(java.time.Instant.parse(meeting.path("start_time").asText())
                                .atZone(java.time.ZoneId.of(
                                        meeting.path("timezone").asText()))
                                .toLocalTime())
                        .hasToString("10:00");
                String local = as(INES).get("/v1/sessions/" + session).path("localStart");
                assertThat(local).endsWith("T10:00:00");
            }
            assertThat(ZoomStage.meetings().stream()
                            .map(each -> each.path("start_time").asText().substring(11, 13))
                            .distinct())
                    .hasSize(2);
        }
    }
}
