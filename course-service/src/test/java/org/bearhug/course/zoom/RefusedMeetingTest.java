package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bearhug.fakezoom.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Zoom does not like will not be liked a minute later: its instructor is told, and it is asked for seldom. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class RefusedMeetingTest {

    @Inject
    ZoomScene scene;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void a_meeting_that_zoom_refuses_is_told_to_its_instructor_and_asked_for_again_after_six_hours() {
        List<String> sessions = scene.block(2);
        ZoomStage.fault(Fault.REFUSED, "POST /v2/users/");

        scene.work();
        scene.later(Duration.ofHours(6).minusSeconds(1));
        scene.work();

        assertThat(problems())
                .containsExactly(Map.of(
                        "sessionId",
                        sessions.get(0),
                        "title",
                        "Zoomed",
                        "startsAt",
                        "2027-01-07T10:00:00Z",
                        "timeZone",
                        "Europe/London",
                        "code",
                        "zoom-refused"));
        as(NOOR).get(Departure.PATH).then().body("problems", empty());
        assertThat(sessions.stream().map(scene::state))
                .as("no other waits for it")
                .containsExactly("PENDING", "READY");

        scene.later(Duration.ofSeconds(1));
        scene.work();

        assertThat(problems()).isEmpty();
        assertThat(sessions.stream().map(scene::state)).containsOnly("READY");
        assertThat(ZoomStage.meetings()).hasSize(2);
    }

    @Test
    void a_change_that_zoom_refuses_leaves_the_meeting_as_it_was_until_there_is_another_one() {
        String session = scene.block(1).get(0);
        scene.work();
        ZoomStage.fault(Fault.REFUSED, "PATCH ");

        moved(session, "2027-01-08T11:30:00");

        assertThat(problems())
                .extracting(problem -> problem.get("sessionId"), problem -> problem.get("code"))
                .containsExactly(tuple(session, "zoom-refused"));
        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(ZoomStage.meetings().get(0).path("start_time").asText()).isEqualTo("2027-01-07T10:00:00Z");

        moved(session, "2027-01-08T12:00:00");

        assertThat(problems()).isEmpty();
        assertThat(ZoomStage.meetings().get(0).path("start_time").asText()).isEqualTo("2027-01-08T12:00:00Z");
    }

    private static List<Map<String, String>> problems() {
        return as(INES).get(Departure.PATH).path("problems");
    }

    private void moved(String session, String localStart) {
        change(INES, "/v1/sessions/" + session, "localStart", localStart).then().statusCode(200);
        scene.work();
    }
}
