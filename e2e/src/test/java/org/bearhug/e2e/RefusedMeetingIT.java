package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A meeting that Zoom does not want to make, as the one who teaches sees it. */
class RefusedMeetingIT {

    @Test
    void an_instructor_sees_which_meeting_zoom_refuses_and_a_change_of_the_class_mends_it() {
        PlayedZoom.tell("faults", Map.of("fault", "REFUSED", "call", "POST /v2/users/", "times", 1));
        Teaching block = Teaching.publishWithZoom(1, Duration.ofDays(3));
        String session = "/sessions/" + block.sessionIds().get(0);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> connection(block).body("problems.code", contains("zoom-refused")));

        try (Visit visit =
                Visit.on(Visit.Screen.PHONE).logIn(block.instructor()).go("/teach/settings")) {
            visit.reads("Zoom refuses it");
            assertThat(Axe.barriers(visit.page)).isEmpty();
            visit.follow("Baby massage for beginners");
            visit.page.waitForURL("**/teach" + session);
        }

        block.instructor()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("durationMinutes", 50))
                .patch("/api/courses/v1" + session)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> PlayedZoom.meetingsOf(block.sessionIds()).size() == 1);
        connection(block).body("problems", empty());
    }

    private static ValidatableResponse connection(Teaching block) {
        return block.instructor()
                .asks()
                .get("/api/courses/v1/me/zoom-connection")
                .then();
    }
}
