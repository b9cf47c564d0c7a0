package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Zoom allows: so many creates and updates of a host in a day, and one meeting of a host at a time. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class BudgetTest {

    private static final Instant TOMORROW = Instant.parse("2026-11-25T00:00:00Z");

    @Inject
    ZoomScene scene;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void the_nearest_sessions_come_first_and_the_others_on_the_next_day() {
        scene.block(1, "meeting", "ZOOM");
        scene.spent(98);
        scene.sql().change("DELETE FROM zoom_meeting");
        List<String> sessions = scene.block(9);
        scene.work();

        assertThat(sessions.stream().map(scene::state))
                .containsExactly("READY", "READY", "READY", "READY", "READY", "READY", "PENDING", "PENDING", "PENDING");
        assertThat(scene.row(sessions.get(8))).containsEntry("problem", "zoom-daily-limit");
        assertThat(ZoomStage.calls())
                .filteredOn(call -> call.startsWith("POST"))
                .hasSize(6);

        scene.at(TOMORROW.minusSeconds(1));
        scene.work();
        assertThat(ZoomStage.meetings()).hasSize(6);

        scene.at(TOMORROW);
        scene.work();
        assertThat(ZoomStage.meetings()).hasSize(9);
    }

    @Test
    void a_plan_that_today_has_no_room_for_is_refused_before_anything_is_written() {
        scene.block(1, "meeting", "ZOOM");
        scene.spent(100);
        String course = course(INES, "Too late for today");

        today(course, "18:00:00")
                .then()
                .statusCode(409)
                .header("Retry-After", "43200")
                .body("code", equalTo("zoom-daily-limit"))
                .body("left", equalTo(0))
                .body("resetsAt", equalTo("2026-11-25T00:00:00Z"));

        assertThat(scene.sql().<Long>one("SELECT count(*) FROM block WHERE course_id = ?", UUID.fromString(course)))
                .isZero();
        unfold(INES, course, block()).then().statusCode(201);
        scene.spent(99);
        today(course, "18:00:00").then().statusCode(201);
    }

    private static Response today(String course, String at) {
        return unfold(INES, course, block("firstStart", "2026-11-24T" + at, "sessions", 1));
    }

    @Test
    void a_meeting_of_today_goes_to_a_host_that_has_room_and_is_refused_when_none_has() {
        scene.block(1);
        scene.spent(100);
        Object free = scene.sql().one("SELECT max(id) FROM zoom_host WHERE name LIKE 'host-%'");
        scene.sql().change("UPDATE zoom_budget SET used = 99 WHERE host_id = ?", free);
        String course = course(INES, "One is left");

        String session =
                today(course, "18:00:00").then().statusCode(201).extract().path("sessions[0].id");

        assertThat(scene.row(session)).containsEntry("host_id", free);
        today(course, "20:00:00").then().statusCode(409).body("code", equalTo("zoom-daily-limit"));
    }

    @Test
    void meetings_at_different_times_are_shared_out_among_the_hosts_alike() {
        List<Object> hosts = IntStream.range(0, 6)
                .mapToObj(day -> scene.block(1, "firstStart", "2027-02-0%dT10:00:00".formatted(day + 1))
                        .get(0))
                .map(session -> scene.row(session).get("host_id"))
                .toList();

        assertThat(Set.copyOf(hosts)).hasSize(3).allSatisfy(host -> assertThat(Collections.frequency(hosts, host))
                .isEqualTo(2));
    }

    @Test
    void sessions_at_one_time_are_spread_over_the_hosts_until_all_are_busy() {
        List<String> three = List.of(
                scene.block(1).get(0), scene.block(1).get(0), scene.block(1).get(0));

        assertThat(three.stream().map(session -> scene.row(session).get("host_id")))
                .doesNotHaveDuplicates();
        unfold(NOOR, course(NOOR, "The fourth"), block("sessions", 1, "firstStart", "2027-01-07T10:59:00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("zoom-host-busy"))
                .body("startsAt", equalTo("2027-01-07T10:59:00Z"));
        unfold(NOOR, course(NOOR, "The next"), block("sessions", 1, "firstStart", "2027-01-07T11:00:00"))
                .then()
                .statusCode(201);
    }

    @Test
    void of_two_plans_for_the_last_free_host_one_wins() {
        scene.block(1);
        scene.block(1);
        List<String> courses = List.of(course(INES, "One"), course(NOOR, "Other"));

        List<Integer> answers = Race.of(
                2,
                i -> () -> unfold(i == 0 ? INES : NOOR, courses.get(i), block("sessions", 1))
                        .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void the_database_lets_no_host_be_in_two_meetings() {
        String one = scene.block(1).get(0);
        String other = scene.block(1).get(0);

        assertThatThrownBy(() -> scene.sql()
                        .change(
                                "UPDATE zoom_meeting SET host_id = ? WHERE session_id = ?",
                                scene.row(one).get("host_id"),
                                UUID.fromString(other)))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("zoom_host_is_free");
    }

    @Test
    void a_session_that_moves_to_where_its_host_is_busy_gets_another_host() {
        String busy = scene.block(1).get(0);
        scene.work();
        Object host = scene.row(busy).get("host_id");
        String moving = onHost(host);
        scene.work();
        int meetings = ZoomStage.meetings().size();

        change(INES, "/v1/sessions/" + moving, "localStart", "2027-01-07T10:30:00")
                .then()
                .statusCode(200);
        scene.work();

        assertThat(scene.row(moving).get("host_id")).isNotEqualTo(host);
        assertThat(scene.state(moving)).isEqualTo("READY");
        assertThat(ZoomStage.meetings()).hasSize(meetings);
        assertThat(as(INES).get("/v1/sessions/" + busy).<String>path("meeting")).isEqualTo("READY");
    }

    /** A session at noon that this host has got, after as many others as it takes. */
    private String onHost(Object host) {
        for (int day = 8; day < 20; day++) {
            String session = scene.block(1, "firstStart", "2027-01-%02dT12:00:00".formatted(day))
                    .get(0);
            if (scene.row(session).get("host_id").equals(host)) {
                return session;
            }
        }
        throw new IllegalStateException("no host but the others");
    }

    @Test
    void when_zoom_says_that_the_day_is_over_nothing_is_asked_before_it_begins_anew() {
        ZoomStage.fault(org.bearhug.fakezoom.Fault.DAILY_LIMIT, "POST /v2/users/");
        String session = scene.block(1).get(0);
        scene.work();
        int calls = ZoomStage.calls().size();

        scene.at(TOMORROW.minusSeconds(1));
        scene.work();
        assertThat(ZoomStage.calls()).hasSize(calls);
        scene.at(TOMORROW);
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
    }
}
