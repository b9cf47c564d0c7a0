package org.bearhug.course.zoom;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Zoom tells us is believed when it is signed, and counts once. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class WebhookTest {

    private static final String SECRET = "zoom-test-secret";
    private static final String STARTED = "{\"event\":\"meeting.started\",\"payload\":{}}";

    @Inject
    ZoomScene scene;

    @Inject
    News news;

    @BeforeEach
    void begin() {
        scene.begin();
        scene.sql().change("DELETE FROM zoom_news");
        ZoomStage.tell(
                "webhooks",
                Map.of("address", "http://localhost:" + RestAssured.port + "/v1/zoom/webhooks", "secret", SECRET));
    }

    @Test
    void the_signature_is_the_one_that_zoom_makes() {
        assertThat(Signature.hmac(SECRET, "v0:1700000000:" + STARTED))
                .isEqualTo("a25c36a048e381e1fc0a2d8b16d55dd57a24dc8cc64f2859924726ead0973f73");
    }

    @Test
    void the_address_is_proven_to_be_ours() {
        JsonNode answer = ZoomStage.tell(
                "send",
                Map.of(
                        "body",
                        "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\"}}"));

        assertThat(answer.path("status").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText())
                .contains("ae7c940e5051b2a17c1c49f4818fff9a88e210f5d820ff3c862635e27c93a4d9");
    }

    @ParameterizedTest
    @CsvSource({
        "zoom-test-secret,       0, 204",
        "zoom-test-secret,  -86399, 204",
        "zoom-test-secret,  -86400, 401",
        "zoom-test-secret,     299, 204",
        "zoom-test-secret,     300, 401",
        "another-secret,         0, 401",
    })
    void only_what_is_signed_and_not_too_old_is_taken(String secret, long age, int status) {
        long timestamp = ZoomScene.NOW.getEpochSecond() + age;

        post(STARTED, String.valueOf(timestamp), "v0=" + Signature.hmac(secret, "v0:" + timestamp + ":" + STARTED))
                .then()
                .statusCode(status);
        assertThat(stored()).isEqualTo(status == 204 ? 1 : 0);
    }

    @Test
    void bytes_count_and_not_what_they_mean() {
        String timestamp = String.valueOf(ZoomScene.NOW.getEpochSecond());
        String signature = "v0=" + Signature.hmac(SECRET, "v0:" + timestamp + ":" + STARTED);

        post(STARTED.replace(":", ": "), timestamp, signature)
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-signature"));
        post(STARTED, timestamp, signature.substring(3)).then().statusCode(401);
        post(STARTED, "soon", signature).then().statusCode(401);
        given().body(STARTED).post("/v1/zoom/webhooks").then().statusCode(401);
        String list = "[1]";
        post(list, timestamp, "v0=" + Signature.hmac(SECRET, "v0:" + timestamp + ":" + list))
                .then()
                .statusCode(400);
        assertThat(stored()).isZero();
    }

    @Test
    void the_same_words_count_once_and_are_forgotten_after_the_work() {
        for (int retry = 0; retry < 3; retry++) {
            assertThat(ZoomStage.tell("send", Map.of("body", STARTED))
                            .path("status")
                            .asInt())
                    .isEqualTo(204);
        }
        assertThat(stored()).isOne();
        assertThat(scene.sql().rows("SELECT t::text FROM zoom_news t").toString())
                .doesNotContain("meeting.started");

        news.workAll();
        ZoomStage.tell("send", Map.of("body", STARTED));

        assertThat(scene.sql().<Long>one("SELECT count(*) FROM zoom_news WHERE sealed IS NOT NULL"))
                .isZero();
        scene.later(Duration.ofHours(49));
        news.workAll();
        assertThat(stored()).isZero();
    }

    @Test
    void a_meeting_that_is_deleted_in_zoom_is_made_anew() {
        String session = scene.block(1).get(0);
        scene.work();
        tell("meeting.deleted", session);

        assertThat(scene.state(session)).isEqualTo("READY");
        news.workAll();
        assertThat(scene.state(session)).isEqualTo("LOST");
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(ZoomStage.meetings()).hasSize(1);
    }

    @Test
    void a_meeting_that_is_changed_in_zoom_is_changed_back() {
        String session = scene.block(1).get(0);
        scene.work();
        ZoomStage.tell(
                "edit", Map.of("id", scene.row(session).get("zoom_id"), "fields", Map.of("topic", "Something else")));
        tell("meeting.updated", session);

        news.workAll();
        scene.work();

        assertThat(ZoomStage.meetings().get(0).path("topic").asText()).isEqualTo("Zoomed");
    }

    private void tell(String event, String session) {
        JsonNode answer = ZoomStage.tell(
                "event", Map.of("event", event, "id", scene.row(session).get("zoom_id")));
        assertThat(answer.path("status").asInt()).isEqualTo(204);
    }

    private long stored() {
        return scene.sql().one("SELECT count(*) FROM zoom_news");
    }

    private static Response post(String body, String timestamp, String signature) {
        return given().contentType("application/json")
                .header("x-zm-request-timestamp", timestamp)
                .header("x-zm-signature", signature)
                .body(body)
                .post("/v1/zoom/webhooks");
    }
}
