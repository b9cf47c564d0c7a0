package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.fakezoom.Fault;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections end: somebody takes our app out of their Zoom account, or is erased here. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class LeavingTest {

    private static final String PATH = "/v1/me/zoom-connection";

    @Inject
    ZoomScene scene;

    @Inject
    News news;

    @Inject
    Doubts doubts;

    @Inject
    Farewells farewells;

    private final UUID teacher = UUID.randomUUID();
    private final String token = person(teacher);
    private String session;

    @BeforeEach
    void a_connected_instructor_with_a_meeting() {
        scene.begin();
        ZoomStage.tell(
                "webhooks",
                Map.of(
                        "address",
                        "http://localhost:" + RestAssured.port + "/v1/zoom/webhooks",
                        "secret",
                        "zoom-test-secret"));
        connect(token, "teacher");
        String course = as(token)
                .body(org.bearhug.course.Teaching.course("Xylotheque"))
                .post("/v1/courses")
                .path("id");
        as(token).post("/v1/courses/" + course + "/publish").then().statusCode(200);
        session = as(token)
                .body(block("sessions", 1, "meeting", "ZOOM"))
                .post("/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(201)
                .extract()
                .path("sessions[0].id");
        scene.work();
        assertThat(state()).isEqualTo("READY");
    }

    @AfterEach
    void end() {
        scene.begin();
    }

    @Test
    void who_takes_our_app_out_of_zoom_is_forgotten_there_and_no_other() {
        UUID other = UUID.randomUUID();
        connect(person(other), "another");
        wayIn();
        ZoomStage.tell("leave", Map.of("user", "teacher"));

        deauthorised();
        doubts.settleAll();

        as(token)
                .get(PATH)
                .then()
                .body("state", equalTo("RECONNECT"))
                .body("problems.find { it.sessionId == '" + session + "' }.code", equalTo("zoom-not-connected"));
        assertThat(scene.sql().rows("SELECT * FROM zoom_connection WHERE id = ?", teacher))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("access_token", null)
                        .containsEntry("refresh_token", null)
                        .containsEntry("scopes", ""));
        assertThat(state()).isEqualTo("LOST");
        assertThat(scene.link(session)).isNull();
        assertThat(scene.sql()
                        .rows("SELECT sealed_link FROM zoom_way_in WHERE session_id = ?", UUID.fromString(session)))
                .singleElement()
                .satisfies(row -> assertThat(row.get("sealed_link")).isNull());
        as(person(other)).get(PATH).then().body("state", equalTo("CONNECTED"));
        assertThat(scene.sql().<Long>one("SELECT count(*) FROM zoom_connection WHERE doubted"))
                .isZero();
    }

    @Test
    void whoever_connects_again_finds_the_meetings_that_are_still_there() {
        ZoomStage.tell("leave", Map.of("user", "teacher"));
        deauthorised();
        doubts.settleAll();
        Object meeting = ZoomStage.meetings().get(0).path("id");
        scene.work();
        assertThat(state()).isEqualTo("LOST");

        ZoomStage.tell("return", Map.of("user", "teacher"));
        connect(token, "teacher");
        scene.work();

        assertThat(state()).isEqualTo("READY");
        assertThat(ZoomStage.meetings()).singleElement().satisfies(there -> assertThat((Object) there.path("id"))
                .isEqualTo(meeting));
    }

    @Test
    void a_doubt_that_cannot_be_settled_now_is_settled_later() {
        deauthorised();
        ZoomStage.fault(Fault.BROKEN, "POST /oauth/token");
        doubts.settleAll();
        assertThat(scene.sql().<Boolean>one("SELECT doubted FROM zoom_connection WHERE id = ?", teacher))
                .isTrue();

        doubts.settleAll();

        assertThat(scene.sql().<Boolean>one("SELECT doubted FROM zoom_connection WHERE id = ?", teacher))
                .isFalse();
        as(token).get(PATH).then().body("state", equalTo("CONNECTED"));
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void an_erased_instructors_meetings_go_then_zoom_is_told_until_it_hears_and_then_nothing_is_left() {
        Neighbours.publish("user-service", "account.erased", teacher, 9, Map.of("id", teacher));
        await().until(() -> scene.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", teacher) != null);

        farewells.sayAll();
        assertThat(revoked()).as("the meeting is still to be deleted with it").isZero();
        scene.work();
        assertThat(ZoomStage.meetings()).isEmpty();
        ZoomStage.fault(Fault.BROKEN, "POST /oauth/revoke");
        farewells.sayAll();
        assertThat(revoked()).isZero();
        assertThat(connections()).isEqualTo(1);
        farewells.sayAll();

        assertThat(revoked()).isEqualTo(1);
        assertThat(connections()).isZero();
        assertThat(scene.sql().rows("SELECT m::text AS row FROM zoom_meeting m").toString())
                .doesNotContain("Xylotheque");
    }

    @Test
    void a_zoom_that_never_hears_does_not_keep_an_erased_instructor_here() {
        Neighbours.publish("user-service", "account.erased", teacher, 9, Map.of("id", teacher));
        await().until(() -> scene.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", teacher) != null);
        scene.later(Duration.ofDays(7).plusSeconds(1));
        ZoomStage.fault(Fault.BROKEN, "POST /oauth/revoke");

        farewells.sayAll();

        assertThat(connections()).isZero();
    }

    private Long connections() {
        return scene.sql().one("SELECT count(*) FROM zoom_connection WHERE id = ?", teacher);
    }

    private static int revoked() {
        return ZoomStage.look("tokens").path("revoked").asInt();
    }

    private String state() {
        return as(token).get("/v1/sessions/" + session).path("meeting");
    }

    private void wayIn() {
        as(Tokens.ofService("booking-service", "meetings:join"))
                .body(Map.of("placeId", UUID.randomUUID()))
                .post("/v1/sessions/" + session + "/ways-in")
                .then()
                .statusCode(200);
    }

    private void deauthorised() {
        ZoomStage.tell(
                "send",
                Map.of(
                        "body",
                        "{\"event\":\"app_deauthorized\",\"payload\":{\"account_id\":\"" + UUID.randomUUID()
                                + "\",\"user_id\":\"u\",\"client_id\":\"c\"}}"));
        news.workAll();
    }

    private static String person(UUID id) {
        return Tokens.forPerson(Person.INES).claim("sub", id.toString()).good();
    }

    /** Goes to Zoom and comes back as this user of Zoom's. */
    private static void connect(String token, String zoomUser) {
        Response departure = as(token).put(PATH);
        URI back = URI.create(RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(departure.<String>path("authorizeUrl") + "&fake_user=" + zoomUser)
                .header("Location"));
        RestAssured.given()
                .cookie(Connecting.COOKIE, departure.cookie(Connecting.COOKIE))
                .redirects()
                .follow(false)
                .get("/v1/zoom/callback?" + back.getQuery())
                .then()
                .statusCode(303);
    }
}
