package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instructors connect Zoom accounts of their own. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class ConnectionTest {

    @Inject
    ZoomScene scene;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @AfterEach
    void end() {
        scene.begin();
    }

    @Test
    void an_account_is_connected_makes_meetings_and_is_forgotten() {
        as(INES).get(Departure.PATH).then().body("state", equalTo("PLATFORM")).body("connectable", equalTo(true));

        Departure.comesBack(Departure.begins(), null).then().header("Location", endsWith("/?zoom=connected"));
        as(INES).get(Departure.PATH).then().body("state", equalTo("CONNECTED"));
        String session = scene.block(1).get(0);
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(ZoomStage.meetings().get(0).path("host_id").asText()).isEqualTo("own-account");
        as(INES).get(Departure.PATH).then().body("hosts[0].used", equalTo(1)).body("hosts[0].left", equalTo(99));
        as(NOOR).get(Departure.PATH).then().body("state", equalTo("PLATFORM"));
        as(INES).delete(Departure.PATH).then().statusCode(409).body("code", equalTo("zoom-in-use"));

        as(INES).post("/v1/sessions/" + session + "/cancel").then().statusCode(200);
        scene.work();
        as(INES).delete(Departure.PATH).then().statusCode(204);
        as(INES).get(Departure.PATH).then().body("state", equalTo("PLATFORM"));
        as(INES).delete(Departure.PATH).then().statusCode(204);
    }

    @Test
    void only_the_browser_that_left_comes_back_and_only_once() {
        Response departure = Departure.begins();
        URI back = Departure.authorised(departure);

        Departure.returns(back, "another").then().header("Location", endsWith("/?zoom=refused"));
        Departure.comesBack(Departure.begins(), "").then().header("Location", endsWith("/?zoom=refused"));
        Response other = Departure.begins();
        URI once = Departure.authorised(other);
        Departure.returns(once, Departure.cookie(other)).then().header("Location", endsWith("/?zoom=connected"));
        Departure.returns(once, Departure.cookie(other)).then().header("Location", endsWith("/?zoom=refused"));
    }

    @Test
    void who_takes_too_long_begins_again() {
        Response departure = Departure.begins();
        URI back = Departure.authorised(departure);
        scene.later(Duration.ofMinutes(10));

        Departure.returns(back, Departure.cookie(departure)).then().header("Location", endsWith("/?zoom=refused"));
        as(INES).get(Departure.PATH).then().body("state", equalTo("PLATFORM"));
    }

    @Test
    void an_account_that_lets_us_in_no_more_asks_to_be_connected_again() {
        Departure.comesBack(Departure.begins(), null);
        String session = scene.block(1).get(0);
        ZoomStage.tell("leave", Map.of("user", "own-account"));

        scene.work();

        as(INES).get(Departure.PATH)
                .then()
                .body("state", equalTo("RECONNECT"))
                .body("problems.sessionId", contains(session))
                .body("problems.code", contains("zoom-not-connected"));
        assertThat(scene.state(session)).isEqualTo("PENDING");
        ZoomStage.tell("reset", Map.of());
        scene.at(ZoomScene.NOW);
        Departure.comesBack(Departure.begins(), null);
        scene.work();
        assertThat(scene.state(session)).isEqualTo("READY");
    }
}
