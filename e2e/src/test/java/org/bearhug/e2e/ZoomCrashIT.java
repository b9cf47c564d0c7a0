package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.Test;

/** course-service is killed while Zoom makes meetings for it, some of whose answers get lost, and starts again. */
class ZoomCrashIT {

    private static final int SESSIONS = 40;

    @Test
    void each_session_has_exactly_one_meeting_and_none_is_left_over() {
        Service courses = House.platform().service("course-service");
        for (String fault :
                List.of("CUT_AFTERWARDS", "BROKEN", "CUT_AFTERWARDS", "UNAUTHORIZED", "THROTTLED_SILENTLY")) {
            PlayedZoom.tell("faults", Map.of("fault", fault, "call", "POST /v2/users/", "times", 1));
        }
        int before = PlayedZoom.meetings().size();
        Teaching block = Teaching.publishWithZoom(SESSIONS, Duration.ofMinutes(97));

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> PlayedZoom.meetings().size() >= before + SESSIONS / 4);
        courses.kill();
        int left = PlayedZoom.meetingsOf(block.sessionIds()).size();
        assertThat(left).as("killed in the middle").isLessThan(SESSIONS);
        courses.start();
        courses.awaitHealthy();

        await().atMost(Duration.ofMinutes(3)).until(() -> ready(block) == SESSIONS);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Map<String, Long> bySession = PlayedZoom.meetingsOf(block.sessionIds()).stream()
                    .collect(Collectors.groupingBy(PlayedZoom::session, Collectors.counting()));
            assertThat(bySession).hasSize(SESSIONS).allSatisfy((session, meetings) -> assertThat(meetings)
                    .isOne());
            assertThat(PlayedZoom.meetings().stream().map(PlayedZoom::session).filter(session -> !session.isEmpty()))
                    .allSatisfy(session -> assertThat(House.number(
                                    "courses",
                                    "SELECT count(*) FROM zoom_meeting WHERE wanted AND session_id = '" + session
                                            + "'"))
                            .isOne());
        });
        assertThat(PlayedZoom.calls()).anyMatch(call -> call.endsWith(" CUT_AFTERWARDS"));
    }

    private static long ready(Teaching block) {
        return House.number(
                "courses",
                "SELECT count(*) FROM meeting WHERE sealed_link IS NOT NULL AND session_id IN ('"
                        + String.join("','", block.sessionIds()) + "')");
    }
}
