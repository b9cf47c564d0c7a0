package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.fakezoom.Fault;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Private ways in, for booking-service; and the instructor's own. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class WaysInTest {

    @Inject
    ZoomScene scene;

    private final UUID place = UUID.randomUUID();
    private String session;

    @BeforeEach
    void begin() {
        scene.begin();
        session = scene.block(1).get(0);
        scene.work();
    }

    @Test
    void a_place_is_registered_under_an_alias_that_says_nothing_of_anybody() {
        String link = open(ask(null));

        JsonNode registrants = ZoomStage.meetings().get(0).path("registrants");
        assertThat(registrants).hasSize(1);
        assertThat(registrants.get(0).path("joinUrl").asText()).isEqualTo(link);
        assertThat(registrants.get(0).path("name").asText()).isEqualTo("Guest");
        assertThat(registrants.get(0).path("email").asText())
                .endsWith("@guests.bearhug.invalid")
                .doesNotContain(place.toString());

        int calls = ZoomStage.calls().size();
        assertThat(open(ask(null))).isEqualTo(link);
        assertThat(ZoomStage.calls()).hasSize(calls);
    }

    @Test
    void a_carer_may_choose_to_be_called_by_a_name() {
        ask("Mia's mum").then().statusCode(200);

        assertThat(ZoomStage.meetings().get(0).at("/registrants/0/name").asText())
                .isEqualTo("Mia's mum");
        ask("x".repeat(61)).then().statusCode(400);
    }

    @Test
    void a_place_that_is_released_is_taken_off_the_list_and_gets_no_way_in_any_more() {
        ask(null).then().statusCode(200);

        Neighbours.publish("booking-service", "place.released", place, 2, Map.of("sessionId", session));
        await().until(() -> scene.sql().<Boolean>one("SELECT released FROM zoom_way_in WHERE place_id = ?", place));
        scene.work();

        assertThat(ZoomStage.meetings().get(0).path("registrants")).isEmpty();
        ask(null).then().statusCode(410).body("code", equalTo("place-released"));
        assertThat(scene.sql().rows("SELECT sealed_link, registrant_id FROM zoom_way_in WHERE place_id = ?", place))
                .containsExactly(fields("sealed_link", null, "registrant_id", null));
    }

    @Test
    void while_zoom_is_away_one_is_told_so_and_then_let_in() {
        ZoomStage.fault(Fault.BROKEN, "POST /v2/meetings/");
        ask(null).then().statusCode(503).header("Retry-After", "10").body("code", equalTo("zoom-unavailable"));

        ZoomStage.fault(Fault.SLOW, "POST /v2/meetings/");
        ask(null).then().statusCode(503);
        ask(null).then().statusCode(200);
        assertThat(ZoomStage.meetings().get(0).path("registrants")).hasSize(1);
    }

    @Test
    void a_meeting_that_is_gone_when_somebody_joins_is_made_anew() {
        ZoomStage.tell("delete", Map.of("id", scene.row(session).get("zoom_id")));

        ask(null).then().statusCode(503).body("code", equalTo("zoom-unavailable"));
        assertThat(scene.state(session)).isEqualTo("LOST");
        scene.work();

        ask(null).then().statusCode(200);
        assertThat(ZoomStage.meetings().get(0).path("registrants")).hasSize(1);
    }

    @Test
    void where_the_plan_has_no_registration_the_shared_link_is_to_be_used_until_it_has() {
        Object host = scene.row(session).get("host_id");
        Object name = scene.sql().one("SELECT name FROM zoom_host WHERE id = ?", host);
        ZoomStage.tell("plan", Map.of("user", name, "registration", false));

        ask(null).then().statusCode(200).body("sealedLink", nullValue());
        int calls = ZoomStage.calls().size();
        ask(null).then().statusCode(200).body("sealedLink", nullValue());
        assertThat(ZoomStage.calls()).hasSize(calls);

        ZoomStage.tell("plan", Map.of("user", name, "registration", true));
        scene.sweep();
        ask(null).then().statusCode(200).body("sealedLink", notNullValue());
    }

    @Test
    void where_somebody_took_registration_away_from_one_meeting_its_host_keeps_it_for_all_others() {
        String other = scene.block(1, "firstStart", "2027-01-09T10:00:00").get(0);
        scene.work();
        scene.sql().change("UPDATE zoom_host SET licensed = true");
        ZoomStage.tell("edit", Map.of("id", scene.row(session).get("zoom_id"), "fields", Map.of("settings", Map.of())));

        ask(null).then().statusCode(200).body("sealedLink", nullValue());

        assertThat(scene.sql().<Long>one("SELECT count(*) FROM zoom_host WHERE NOT licensed"))
                .isZero();
        ask(other, null).then().statusCode(200).body("sealedLink", notNullValue());
    }

    @Test
    void a_session_without_a_meeting_has_no_private_way_in() {
        String other = scene.block(1, "callLink", "https://calls.example/1").get(0);

        ask(other, null).then().statusCode(200).body("sealedLink", nullValue());
        ask(UUID.randomUUID().toString(), null).then().statusCode(200).body("sealedLink", nullValue());
    }

    @Test
    void the_instructor_starts_the_call_with_an_address_that_is_fetched_anew() {
        Response start = start(session);
        start.then()
                .statusCode(303)
                .header("Location", startsWith(ZoomStage.address() + "/s/"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
        assertThat(start(session).header("Location")).isNotEqualTo(start.header("Location"));
        as(NOOR).redirects()
                .follow(false)
                .get("/v1/sessions/" + session + "/start")
                .then()
                .statusCode(404);

        ZoomStage.fault(Fault.BROKEN, "GET /v2/meetings/");
        start(session).then().statusCode(503).body("code", equalTo("zoom-unavailable"));
        String linked = scene.block(1, "callLink", "https://calls.example/1").get(0);
        start(linked).then().statusCode(303).header("Location", "https://calls.example/1");
        start(scene.block(1, "meeting", "NONE").get(0)).then().statusCode(409).body("code", equalTo("no-meeting"));
    }

    @Test
    void a_page_is_told_where_the_call_is() {
        String linked = scene.block(1, "callLink", "https://calls.example/1").get(0);

        Response told = as(INES).accept("application/vnd.bearhug.way+json").get("/v1/sessions/" + linked + "/start");

        told.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(told.<String>path("location")).isEqualTo("https://calls.example/1");
    }

    @Test
    void a_meeting_that_is_gone_when_it_is_to_be_started_is_made_anew() {
        ZoomStage.tell("delete", Map.of("id", scene.row(session).get("zoom_id")));

        start(session).then().statusCode(503);
        assertThat(scene.state(session)).isEqualTo("LOST");
        scene.work();

        start(session).then().statusCode(303);
    }

    private static Response start(String session) {
        return as(INES).redirects().follow(false).get("/v1/sessions/" + session + "/start");
    }

    private Response ask(String displayName) {
        return ask(session, displayName);
    }

    private Response ask(String of, String displayName) {
        return as(Tokens.ofService("booking-service", "meetings:join"))
                .body(
                        displayName == null
                                ? Map.of("placeId", place)
                                : Map.of("placeId", place, "displayName", displayName))
                .post("/v1/sessions/" + of + "/ways-in");
    }

    private String open(Response answer) {
        answer.then().statusCode(200);
        return scene.opened(answer.path("sealedLink"), "way-in:" + place);
    }
}
