package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.testing.Person.INES;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Facts;
import org.bearhug.fakezoom.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong between us and Zoom, in the end each session has one meeting. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class MeetingFaultsTest {

    @Inject
    ZoomScene scene;

    @Inject
    WaysIn ways;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATE")
    void a_create_that_fails_in_any_way_leads_to_one_meeting(Fault fault) {
        String session = scene.block(1).get(0);
        ZoomStage.fault(fault, "POST /v2/users/");

        scene.work();
        scene.later(Duration.ofHours(13));
        scene.work();

        assertThat(ZoomStage.meetings()).hasSize(1);
        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(scene.link(session))
                .isEqualTo(ZoomStage.meetings().get(0).path("join_url").asText());
    }

    @Test
    void a_meeting_that_zoom_makes_only_after_we_looked_for_it_is_swept_away() {
        String session = scene.block(1).get(0);
        ZoomStage.fault(Fault.LATE, "POST /v2/users/");
        scene.work();
        scene.later(Duration.ofMinutes(2));
        scene.work();
        String link = scene.link(session);
        await().until(() -> ZoomStage.look("owed").path("calls").asInt() == 0);
        assertThat(ZoomStage.meetings()).hasSize(2);

        scene.sweep();

        assertThat(ZoomStage.meetings())
                .extracting(meeting -> meeting.path("join_url").asText())
                .containsExactly(link);
        assertThat(scene.link(session)).isEqualTo(link);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void an_update_that_fails_in_any_way_arrives_in_the_end(Fault fault) {
        String session = scene.block(1).get(0);
        scene.work();
        change(INES, "/v1/sessions/" + session, "localStart", "2027-01-08T11:30:00")
                .then()
                .statusCode(200);
        ZoomStage.fault(fault, "PATCH ");

        scene.work();
        assertThat(scene.state(session)).isEqualTo("READY");
        scene.later(Duration.ofHours(13));
        scene.work();

        assertThat(ZoomStage.meetings().get(0).path("start_time").asText()).isEqualTo("2027-01-08T11:30:00Z");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_token_that_cannot_be_fetched_is_fetched_later(Fault fault) {
        String session = scene.block(1).get(0);
        ZoomStage.fault(fault, "POST /oauth/token");

        scene.work();
        scene.later(Duration.ofHours(13));
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_meeting_whose_deletion_fails_in_any_way_is_gone_in_the_end(Fault fault) {
        String session = scene.block(1).get(0);
        scene.work();
        as(INES).post("/v1/sessions/" + session + "/cancel").then().statusCode(200);
        ZoomStage.fault(fault, "DELETE ");

        scene.work();
        scene.later(Duration.ofHours(13));
        scene.work();

        await().untilAsserted(() -> assertThat(ZoomStage.meetings()).isEmpty());
        assertThat(scene.row(session)).containsEntry("zoom_id", null);
    }

    private void moved(String session, String localStart) {
        change(INES, "/v1/sessions/" + session, "localStart", localStart).then().statusCode(200);
        scene.work();
    }

    @Test
    void a_token_that_zoom_has_forgotten_is_replaced_at_once() {
        scene.block(1);
        scene.work();
        ZoomStage.tell("expire", Map.of());

        String session = scene.block(1).get(0);
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(2);
    }

    @Test
    void a_meeting_that_is_deleted_by_hand_is_seen_and_made_anew() {
        Facts facts = Facts.fromNowOn();
        String session = scene.block(1).get(0);
        scene.work();
        String first = scene.link(session);
        ZoomStage.tell("delete", Map.of("id", scene.row(session).get("zoom_id")));

        ZoomStage.fault(Fault.BROKEN, "POST /v2/users/");
        scene.sweep();
        assertThat(scene.state(session)).isEqualTo("LOST");
        assertThat(facts.state("meeting.changed", session)).containsEntry("state", "NONE");
        scene.later(Duration.ofHours(13));
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(scene.link(session)).isNotEqualTo(first);
        assertThat(ZoomStage.meetings()).hasSize(1);
    }

    @Test
    void a_meeting_that_is_gone_when_it_is_to_be_moved_is_made_anew() {
        String session = scene.block(1).get(0);
        scene.work();
        ZoomStage.tell("delete", Map.of("id", scene.row(session).get("zoom_id")));

        moved(session, "2027-01-08T11:30:00");

        assertThat(ZoomStage.meetings()).hasSize(1);
        assertThat(ZoomStage.meetings().get(0).path("start_time").asText()).isEqualTo("2027-01-08T11:30:00Z");
    }

    @Test
    void what_somebody_changed_in_zoom_is_changed_back() {
        String session = scene.block(1).get(0);
        scene.work();
        ZoomStage.tell(
                "edit",
                Map.of(
                        "id",
                        scene.row(session).get("zoom_id"),
                        "fields",
                        Map.of("start_time", "2027-01-09T10:00:00Z")));

        scene.sweep();

        assertThat(ZoomStage.meetings().get(0).path("start_time").asText()).isEqualTo("2027-01-07T10:00:00Z");
    }

    @Test
    void a_meeting_is_found_again_on_whatever_page_of_the_list_it_stands() {
        scene.block(9);
        scene.work();
        ZoomStage.tell("pages", Map.of("size", 1));
        scene.sql().change("UPDATE zoom_meeting SET zoom_id = NULL, told = NULL, wish = wish + 1");

        scene.work();

        assertThat(ZoomStage.meetings()).hasSize(9);
        assertThat(scene.sql().<Long>one("SELECT count(*) FROM zoom_meeting WHERE fulfilled = wish AND zoom_id > 0"))
                .isEqualTo(9);
    }

    @Test
    void an_orphan_that_bears_our_mark_is_swept_away_and_nobody_elses() {
        String session = scene.block(1).get(0);
        scene.work();
        JsonNode own = ZoomStage.meetings().get(0);
        scene.sql().change("UPDATE zoom_meeting SET zoom_id = NULL, asked = false, wish = wish + 1, told = NULL");
        scene.work();
        assertThat(ZoomStage.meetings()).hasSize(2);
        ZoomStage.tell("edit", Map.of("id", own.path("id").asLong(), "fields", Map.of("topic", "An orphan")));

        scene.sweep();

        assertThat(ZoomStage.meetings()).hasSize(1);
        assertThat(scene.link(session))
                .isEqualTo(ZoomStage.meetings().get(0).path("join_url").asText());
        scene.sql().change("DELETE FROM zoom_meeting");
        ZoomStage.tell(
                "edit",
                Map.of("id", ZoomStage.meetings().get(0).path("id").asLong(), "fields", Map.of("agenda", "My own")));
        scene.sweep();
        assertThat(ZoomStage.meetings()).hasSize(1);
    }

    @Test
    void every_body_we_sent_agrees_with_zooms_own_description() {
        JsonNode contract = ZoomStage.look("contract");
        assumeThat(contract.path("found").asBoolean())
                .as("Zoom's description of its calls is not at hand; let bearhug.zoom-description name the file")
                .isTrue();
        String session = scene.block(1).get(0);
        scene.work();
        moved(session, "2027-01-08T11:30:00");

        ways.open(UUID.fromString(session), UUID.randomUUID(), "Guest of the test");

        assertThat(ZoomStage.calls())
                .anyMatch(call -> call.startsWith("PATCH"))
                .anyMatch(call -> call.endsWith("/registrants"));
        assertThat(ZoomStage.look("contract").path("violations")).isEmpty();
    }
}
