package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 300 sessions over three hosts, two instances, one call in twenty going wrong, and one instance killed on the way. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class SoakTest {

    private static final int SESSIONS = 300;
    private static final int RUN = 50;

    /** When somebody is to come next to a wish that is not fulfilled. */
    private static final String NEXT =
            """
            SELECT min(greatest(m.due_at, m.claimed_until, h.parked_until))
              FROM zoom_meeting m JOIN zoom_host h ON h.id = m.host_id WHERE m.fulfilled < m.wish""";

    @Inject
    ZoomScene scene;

    @Inject
    HostTasks tasks;

    private final List<String> sessions = new ArrayList<>();
    private final Instance first = new Instance();
    private final Instance second = new Instance();

    /** A worker with threads of its own, so that it can be killed in the middle of a call. */
    private final class Instance {
        private final ExecutorService threads = Executors.newFixedThreadPool(3);
        private Scheduler scheduler;

        void start(String name) {
            scheduler = tasks.builder(name, Duration.ofMillis(50))
                    .executorService(threads)
                    .shutdownMaxWait(Duration.ZERO)
                    .build();
            scheduler.start();
        }

        void kill() {
            threads.shutdownNow();
            scheduler.stop();
        }
    }

    @BeforeEach
    void begin() {
        scene.begin();
        for (int run = 0; run < SESSIONS / RUN; run++) {
            String start = run < 3 ? "2027-01-07T10:00:00" : "2027-03-07T10:00:00";
            sessions.addAll(scene.block(RUN, "everyDays", 1, "firstStart", start));
        }
    }

    @AfterEach
    void end() {
        first.kill();
        second.kill();
    }

    @Test
    void every_session_has_exactly_one_meeting_in_the_end_and_there_is_no_orphan() {
        ZoomStage.tell("random", Map.of("percent", 5, "seed", 4711));
        first.start("first");
        second.start("second");

        settle(SESSIONS / 2);
        first.kill();
        settle(0);
        ZoomStage.tell("calm", Map.of());
        await().until(() -> ZoomStage.look("owed").path("calls").asInt() == 0);
        scene.sweep();
        settle(0);

        Map<String, Long> bySession =
                ZoomStage.meetings().stream().collect(Collectors.groupingBy(SoakTest::session, Collectors.counting()));
        assertThat(bySession).hasSize(SESSIONS).allSatisfy((session, meetings) -> assertThat(meetings)
                .isOne());
        assertThat(bySession.keySet()).containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(
                        scene.sql()
                                .<Long>one(
                                        "SELECT count(*) FROM meeting WHERE zoom AND sealed_link IS NOT NULL AND session_id IN (SELECT session_id FROM zoom_meeting)"))
                .isEqualTo(SESSIONS);
        assertThat(scene.sql().rows("SELECT zoom_id FROM zoom_meeting").stream().map(row -> row.get("zoom_id")))
                .containsExactlyInAnyOrderElementsOf(ZoomStage.meetings().stream()
                        .map(meeting -> (Object) meeting.path("id").asLong())
                        .toList());
        assertThat(ZoomStage.calls()).anyMatch(call -> call.endsWith(" CUT_AFTERWARDS"));
        assertThat(ZoomStage.look("spent"))
                .allSatisfy(spent -> assertThat(spent.asInt()).isLessThanOrEqualTo(100));
        assertThat(scene.sql().<Integer>one("SELECT max(used) FROM zoom_budget"))
                .isLessThanOrEqualTo(100);
    }

    private static String session(JsonNode meeting) {
        String agenda = meeting.path("agenda").asText();
        return agenda.substring(agenda.length() - 37, agenda.length() - 1);
    }

    /** Lets the clock go as fast as the work does, until no more wishes than these are open. */
    private void settle(int open) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (scene.sql().<Long>one("SELECT count(*) FROM zoom_meeting WHERE fulfilled < wish") > open) {
            assertThat(System.nanoTime()).as("time is over").isLessThan(end);
            Instant now = new TestClock().instant();
            Timestamp next = scene.sql().one(NEXT);
            boolean idle = next != null && next.toInstant().isAfter(now);
            scene.at(idle ? next.toInstant().plusSeconds(1) : now.plusSeconds(1));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
