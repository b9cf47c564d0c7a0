package org.bearhug.course.zoom;

import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.client;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.money;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a batch costs of Zoom's numbers, judged as a whole before it is written. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class BatchCostTest {

    private static final Map<String, Object> ZOOM = Map.of("kind", "ZOOM");
    private static final Map<String, Object> NONE = Map.of("kind", "NONE");

    @Inject
    ZoomScene scene;

    private final String batch = "row-" + UUID.randomUUID() + "-";
    private String course;

    @BeforeEach
    void begin() {
        scene.begin();
        course = course(INES, "Counted");
    }

    @Test
    void a_class_that_gets_a_zoom_meeting_costs_a_create_however_it_was_held_before() {
        Map<String, Object> link = Map.of("kind", "LINK", "link", "https://calls.example/1");
        send(
                        false,
                        List.of(
                                item(0, "2027-01-07T10:00", NONE),
                                item(1, "2027-01-08T10:00", link),
                                item(2, "2027-01-09T10:00", ZOOM)))
                .body("zoom.creates", equalTo(1))
                .body("zoom.updates", equalTo(0));
        scene.work();

        for (boolean dryRun : new boolean[] {true, false}) {
            send(
                            dryRun,
                            List.of(
                                    item(0, "2027-01-07T10:00", ZOOM),
                                    item(1, "2027-01-08T10:00", ZOOM),
                                    item(2, "2027-01-09T11:00", ZOOM)))
                    .body("items.outcome", contains("changed", "changed", "changed"))
                    .body("zoom.creates", equalTo(2))
                    .body("zoom.updates", equalTo(1));
        }
        // Zoom has not done it yet, and is to do it once.
        send(true, List.of(item(0, "2027-01-07T12:00", ZOOM)))
                .body("zoom.creates", equalTo(0))
                .body("zoom.updates", equalTo(0));
        send(true, List.of(item(2, "2027-01-09T11:00", NONE)))
                .body("zoom.creates", equalTo(0))
                .body("zoom.updates", equalTo(0));
    }

    @Test
    void the_nth_entry_of_a_dry_run_sees_what_those_before_it_would_spend_today() {
        scene.block(1);
        scene.spent(98);
        List<Map<String, Object>> items = IntStream.range(0, 8)
                .mapToObj(nth -> item(nth, "2026-11-24T%d:00".formatted(14 + nth), ZOOM))
                .toList();

        // Two are left of each of the three hosts' hundred.
        List<String> codes = new ArrayList<>(Collections.nCopies(6, null));
        codes.addAll(List.of("zoom-daily-limit", "zoom-daily-limit"));
        for (boolean dryRun : new boolean[] {true, true, false}) {
            send(dryRun, items)
                    .body("items.collect { it.problem?.code }", equalTo(codes))
                    .body("zoom.creates", equalTo(6));
        }
    }

    @Test
    void two_entries_of_a_dry_run_at_one_time_do_not_share_a_host() {
        List<Map<String, Object>> items = IntStream.range(0, 4)
                .mapToObj(nth -> item(nth, "2027-01-07T10:00", ZOOM))
                .toList();

        for (boolean dryRun : new boolean[] {true, false}) {
            send(dryRun, items)
                    .body(
                            "items.collect { it.problem?.code }",
                            contains(nullValue(), nullValue(), nullValue(), equalTo("zoom-host-busy")))
                    .body("zoom.creates", equalTo(3));
        }
    }

    private Map<String, Object> item(int nth, String start, Map<String, Object> meeting) {
        return Map.of(
                "externalId",
                batch + nth,
                "entry",
                Map.of(
                        "courseId",
                        course,
                        "start",
                        start + ":00",
                        "timeZone",
                        "Europe/London",
                        "durationMinutes",
                        60,
                        "capacity",
                        8,
                        "price",
                        money(1800),
                        "ageWeeks",
                        Map.of("from", 4, "to", 30),
                        "meeting",
                        meeting));
    }

    private static ValidatableResponse send(boolean dryRun, List<Map<String, Object>> items) {
        return as(client(INES, "classes:write"))
                .body(Map.of("items", items))
                .post("/v1/class-entries/batch?dryRun=" + dryRun)
                .then()
                .statusCode(200);
    }
}
