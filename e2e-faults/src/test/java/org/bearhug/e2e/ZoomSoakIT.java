package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.fakezoom.FakeZoom;
import org.bearhug.fakezoom.Fault;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.Test;

/**
 * 300 sessions over three hosts, for each of whom Zoom makes and changes a hundred meetings a day; two instances on one
 * database, of which one is killed on the way; and one call in twenty goes wrong, in every way that there is.
 */
class ZoomSoakIT {

    private static final Logger LOG = Logger.getLogger(ZoomSoakIT.class.getName());

    private static final int SESSIONS = 300;
    private static final int RUN = 50;
    private static final int PERCENT = 5;
    private static final long SEED = Long.getLong("bearhug.soak-seed", 4711);

    private final Service first = House.platform().service("course-service");
    private final Service second =
            first.twin("course-service-2", House.platform().ports().courses() + 20);
    private final Set<String> workers = new HashSet<>();

    private Teaching course;
    private List<String> sessions;

    @Test
    void each_session_has_exactly_one_meeting_in_the_end_and_no_host_did_too_much() {
        LOG.info("The seed is " + SEED + "; -Dbearhug.soak-seed= takes another.");
        second.start();
        try {
            goWrong();
            sessions = planned();
            Service victim = await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> open() < SESSIONS * 2 / 3 ? atWork() : Optional.<Service>empty(), Optional::isPresent)
                    .orElseThrow();
            victim.kill();
            assertThat(open()).as("killed in the middle").isPositive();
            victim.start();
            int days = daysUntilDone();
            assertThat(days)
                    .as("a hundred a day are not enough where some fail")
                    .isGreaterThan(1);
            sweep();
        } finally {
            PlayedZoom.tell("calm", Map.of());
            second.stop();
            if (!first.isRunning()) {
                first.start();
            }
            first.awaitHealthy();
        }

        assertOneMeetingEach();
        assertNoneLeftOver();
        assertNoHostDidTooMuch();
        assertEverythingWentWrong();
        assertThat(workers).as("both instances had a hand in it").hasSize(2);
    }

    /** At random, and each way once when a meeting is to be made. */
    private static void goWrong() {
        for (Fault fault : Fault.passing()) {
            PlayedZoom.tell("faults", Map.of("fault", fault, "call", "POST /v2/users/", "times", 1));
        }
        PlayedZoom.tell("random", Map.of("percent", PERCENT, "seed", SEED));
    }

    /** Three at a time, so that all hosts are busy at once. */
    private List<String> planned() {
        LocalDateTime start = LocalDate.now().plusDays(400).atTime(18, 0);
        course = Teaching.publishWithZoom(RUN, start);
        second.awaitHealthy();
        List<String> all = new ArrayList<>(course.sessionIds());
        for (int run = 1; run < SESSIONS / RUN; run++) {
            all.addAll(course.draftWithZoom(RUN, start.plusHours(run / 3 * 2)).sessionIds());
        }
        return all;
    }

    /** One who works for a host of Zoom's just now. */
    private Optional<Service> atWork() {
        List<Service> busy =
                Stream.of(first, second).filter(instance -> hosts(instance) > 0).toList();
        workers.addAll(busy.stream().map(Service::name).toList());
        return busy.stream().findFirst();
    }

    private static long hosts(Service instance) {
        return House.number(
                "courses",
                "SELECT count(*) FROM scheduled_tasks WHERE picked AND picked_by LIKE 'course-service:"
                        + instance.address().getPort() + "/%'");
    }

    private long open() {
        return House.number("courses", "SELECT count(*) FROM zoom_meeting WHERE fulfilled < wish AND " + ofCourse());
    }

    private String ofCourse() {
        return "session_id IN (SELECT id FROM session WHERE course_id = '" + course.courseId() + "')";
    }

    /** Whenever nothing is left that may be done today, the next day begins. */
    private int daysUntilDone() {
        int[] days = {1};
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(120))
                .until(() -> {
                    atWork();
                    long open = open();
                    if (open > 0 && dueToday() == 0) {
                        endDay(days[0]++);
                    }
                    return open == 0;
                });
        return days[0];
    }

    private long dueToday() {
        return House.number(
                "courses",
                "SELECT count(*) FROM zoom_meeting WHERE fulfilled < wish AND due_at < now() + interval '1 hour'"
                        + " AND due_at < date_trunc('day', now(), 'UTC') + interval '1 day' AND " + ofCourse());
    }

    /** A day goes by: what was becomes older, for Zoom too. */
    private static void endDay(int day) {
        PlayedZoom.tell("midnight", Map.of());
        House.change(
                "courses",
                "UPDATE zoom_budget SET day = day - 1000 * " + day + " WHERE day = (now() AT TIME ZONE 'UTC')::date");
        House.change("courses", "UPDATE zoom_host SET parked_until = NULL");
        House.change("courses", "UPDATE zoom_meeting SET due_at = now() WHERE fulfilled < wish");
    }

    /** The hourly look at all that Zoom has, once nothing is on its way any more. */
    private static void sweep() {
        PlayedZoom.tell("calm", Map.of());
        await().atMost(Duration.ofSeconds(10)).until(() -> PlayedZoom.owed() == 0);
        House.change("courses", "UPDATE zoom_host SET sweep_at = now(), parked_until = NULL");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> House.number("courses", "SELECT count(*) FROM zoom_host WHERE sweep_at <= now()") == 0);
    }

    private void assertOneMeetingEach() {
        Map<String, Long> bySession = PlayedZoom.meetingsOf(sessions).stream()
                .collect(Collectors.groupingBy(PlayedZoom::session, Collectors.counting()));
        assertThat(bySession.keySet())
                .as("seed %d", SEED)
                .hasSize(SESSIONS)
                .containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(bySession.values()).as("seed %d", SEED).containsOnly(1L);
        assertThat(House.number(
                        "courses", "SELECT count(*) FROM meeting WHERE sealed_link IS NOT NULL AND " + ofCourse()))
                .isEqualTo(SESSIONS);
    }

    private static void assertNoneLeftOver() {
        assertThat(PlayedZoom.meetings())
                .as("seed %d", SEED)
                .filteredOn(meeting -> !PlayedZoom.session(meeting).isEmpty())
                .allSatisfy(meeting -> assertThat(House.number(
                                "courses",
                                "SELECT count(*) FROM zoom_meeting WHERE wanted AND session_id = '"
                                        + PlayedZoom.session(meeting) + "' AND zoom_id = " + meeting.get("id")))
                        .isOne());
    }

    private static void assertNoHostDidTooMuch() {
        assertThat(PlayedZoom.calls()).noneMatch(call -> call.endsWith(" OVERSPENT"));
        assertThat(PlayedZoom.spent().values()).allMatch(spent -> spent <= 100);
        assertThat(House.number("courses", "SELECT max(used) FROM zoom_budget")).isLessThanOrEqualTo(100);
    }

    /** The control: else it would say nothing that all ended well. */
    private static void assertEverythingWentWrong() {
        List<String> calls = PlayedZoom.calls();
        assertThat(Fault.passing()).allSatisfy(fault -> assertThat(calls)
                .anyMatch(call -> call.startsWith("POST /v2/users/") && call.endsWith(" " + fault)));
        assertThat(calls.stream()
                        .filter(call -> Fault.passing().stream().anyMatch(fault -> call.endsWith(" " + fault))))
                .hasSizeGreaterThan(Fault.passing().size() + SESSIONS * PERCENT / 200);
        assertThat(PlayedZoom.contract().getList("violations")).isEmpty();
    }

    /** The other control: whoever does not look before asking again makes some twice. */
    @Test
    void a_client_that_asks_again_without_looking_makes_some_meetings_twice() throws Exception {
        try (FakeZoom zoom = FakeZoom.start("localhost", 0)) {
            HastyClient client = new HastyClient(zoom.address());
            client.haveFail(PERCENT, SEED);
            for (int session = 0; session < SESSIONS; session++) {
                client.make("host-" + session % 4, "session " + session);
            }

            List<String> made = client.made();
            assertThat(made.stream().distinct()).hasSize(SESSIONS);
            assertThat(made).as("seed %d", SEED).hasSizeGreaterThan(SESSIONS);
        }
    }
}
