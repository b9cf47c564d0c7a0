package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.course.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was there is told by place, in seconds, from what Zoom says at once and from what it says afterwards. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class AttendanceTest {

    @Inject
    ZoomScene scene;

    @Inject
    News news;

    @Inject
    WaysIn ways;

    private final UUID place = UUID.randomUUID();
    private String session;
    private Facts facts;

    @BeforeEach
    void somebody_has_joined_a_class() {
        scene.begin();
        ZoomStage.tell(
                "webhooks",
                Map.of(
                        "address",
                        "http://localhost:" + RestAssured.port + "/v1/zoom/webhooks",
                        "secret",
                        "zoom-test-secret"));
        session = scene.block(1).get(0);
        scene.work();
        scene.at(Instant.parse("2027-01-07T09:55:00Z"));
        assertThat(ways.open(UUID.fromString(session), place, null)).isPresent();
        facts = Facts.fromNowOn();
    }

    @Test
    void joins_are_merged_whatever_order_they_are_told_in() {
        left("1", "10:00:00", "10:20:00", false);
        joined("2", "10:10:00");
        news.workAll();
        assertThat(seconds()).isEqualTo(1200);

        left("2", "10:10:00", "10:30:00", false);
        left("3", "10:40:00", "10:50:00", false);
        news.workAll();
        assertThat(seconds()).isEqualTo(2400);

        left("3", "10:40:00", "10:50:00", false);
        news.workAll();
        assertThat(facts.about(place)).hasSize(3).extracting("version").containsExactly(1, 2, 3);
    }

    @Test
    void who_is_there_until_the_end_has_left_with_it() {
        joined("1", "10:05:00");
        scene.at(Instant.parse("2027-01-07T11:00:00Z"));
        tell(Map.of("event", "meeting.ended", "id", id()));
        news.workAll();

        assertThat(seconds()).isEqualTo(3300);
    }

    @Test
    void what_was_never_told_is_asked_for_afterwards() {
        tell(Map.of("event", "meeting.started", "id", id()));
        news.workAll();
        left("1", "10:00:00", "10:20:00", true);
        left("2", "10:15:00", "10:45:00", true);
        ZoomStage.tell("pages", Map.of("size", 1));
        scene.at(Instant.parse("2027-01-07T12:30:00Z"));
        scene.work();
        assertThat(facts.about(place)).isEmpty();

        scene.at(Instant.parse("2027-01-07T13:00:01Z"));
        scene.work();

        assertThat(seconds()).isEqualTo(2700);
        int calls = ZoomStage.calls().size();
        scene.work();
        assertThat(ZoomStage.calls()).hasSize(calls);
        assertThat(ZoomStage.calls()).anyMatch(call -> call.contains("/past_meetings/%252F"));
    }

    @Test
    void a_stranger_is_nobodys_attendance() {
        tell(Map.of(
                "event",
                "meeting.participant_left",
                "id",
                id(),
                "participant",
                Map.of(
                        "user_id",
                        "9",
                        "user_name",
                        "Somebody",
                        "join_time",
                        time("10:00:00"),
                        "leave_time",
                        time("10:30:00"))));
        news.workAll();

        assertThat(scene.sql()
                        .<Long>one("SELECT count(*) FROM zoom_presence WHERE session_id = ?", UUID.fromString(session)))
                .isZero();
    }

    @Test
    void a_uuid_is_encoded_twice() {
        assertThat(LookBack.encodedTwice("/ajXp112QmuoKj4854875==")).isEqualTo("%252FajXp112QmuoKj4854875%253D%253D");
    }

    @Test
    void intervals_count_what_they_cover_together() {
        Instant start = Instant.parse("2027-01-07T10:00:00Z");
        List<Interval> all = Stream.of(
                        new int[] {0, 10}, new int[] {2, 5}, new int[] {8, 12}, new int[] {20, 21}, new int[] {30, 29})
                .map(each -> new Interval(start.plusSeconds(each[0]), start.plusSeconds(each[1])))
                .toList();

        assertThat(Interval.seconds(all)).isEqualTo(13);
        assertThat(Interval.seconds(List.of())).isZero();
    }

    private void joined(String user, String at) {
        tell(Map.of(
                "event", "meeting.participant_joined", "id", id(), "participant", person(user, "join_time", time(at))));
    }

    private void left(String user, String from, String until, boolean silent) {
        tell(Map.of(
                "event",
                "meeting.participant_left",
                "id",
                id(),
                "silent",
                silent,
                "participant",
                Map.of(
                        "user_id", user,
                        "registrant_id", registrant(),
                        "join_time", time(from),
                        "leave_time", time(until))));
    }

    private Map<String, String> person(String user, String field, String time) {
        return Map.of("user_id", user, "registrant_id", registrant(), "user_name", "Guest", field, time);
    }

    private static String time(String of) {
        return "2027-01-07T" + of + "Z";
    }

    private void tell(Map<String, Object> event) {
        assertThat(ZoomStage.tell("event", event).path("status").asInt()).isIn(0, 204);
    }

    private Object id() {
        return scene.row(session).get("zoom_id");
    }

    private String registrant() {
        return scene.sql().one("SELECT registrant_id FROM zoom_way_in WHERE place_id = ?", place);
    }

    private Object seconds() {
        return facts.state("attendance.observed", place).get("seconds");
    }
}
