package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bearhug.fakezoom.Fault;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instructors connect Zoom accounts of their own. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class ConnectionTest {

    private static final String PATH = "/v1/me/zoom-connection";

    @Inject
    ZoomScene scene;

    @Inject
    AccessTokens tokens;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @AfterEach
    void end() {
        scene.begin();
        TestClock.reset();
    }

    @Test
    void an_account_is_connected_makes_meetings_and_is_forgotten() {
        as(INES).get(PATH).then().body("state", equalTo("PLATFORM")).body("connectable", equalTo(true));

        comesBack(departure(), null).then().header("Location", endsWith("/?zoom=connected"));
        as(INES).get(PATH).then().body("state", equalTo("CONNECTED"));
        String session = scene.block(1).get(0);
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
        assertThat(ZoomStage.meetings().get(0).path("host_id").asText()).isEqualTo("own-account");
        as(INES).get(PATH).then().body("hosts[0].used", equalTo(1)).body("hosts[0].left", equalTo(99));
        as(NOOR).get(PATH).then().body("state", equalTo("PLATFORM"));
        as(INES).delete(PATH).then().statusCode(409).body("code", equalTo("zoom-in-use"));

        as(INES).post("/v1/sessions/" + session + "/cancel").then().statusCode(200);
        scene.work();
        as(INES).delete(PATH).then().statusCode(204);
        as(INES).get(PATH).then().body("state", equalTo("PLATFORM"));
        as(INES).delete(PATH).then().statusCode(204);
    }

    @Test
    void only_the_browser_that_left_comes_back_and_only_once() {
        Response departure = departure();
        URI back = authorised(departure);

        returns(back, "another").then().header("Location", endsWith("/?zoom=refused"));
        comesBack(departure(), "").then().header("Location", endsWith("/?zoom=refused"));
        Response other = departure();
        URI once = authorised(other);
        returns(once, cookie(other)).then().header("Location", endsWith("/?zoom=connected"));
        returns(once, cookie(other)).then().header("Location", endsWith("/?zoom=refused"));
    }

    @Test
    void who_takes_too_long_begins_again() {
        Response departure = departure();
        URI back = authorised(departure);
        scene.later(Duration.ofMinutes(10));

        returns(back, cookie(departure)).then().header("Location", endsWith("/?zoom=refused"));
        as(INES).get(PATH).then().body("state", equalTo("PLATFORM"));
    }

    @Test
    void an_account_that_lets_us_in_no_more_asks_to_be_connected_again() {
        comesBack(departure(), null);
        String session = scene.block(1).get(0);
        ZoomStage.tell("leave", Map.of("user", "own-account"));

        scene.work();

        as(INES).get(PATH)
                .then()
                .body("state", equalTo("RECONNECT"))
                .body("problems", equalTo(List.of(Map.of("sessionId", session, "code", "zoom-not-connected"))));
        assertThat(scene.state(session)).isEqualTo("PENDING");
        ZoomStage.tell("reset", Map.of());
        scene.at(ZoomScene.NOW);
        comesBack(departure(), null);
        scene.work();
        assertThat(scene.state(session)).isEqualTo("READY");
    }

    @Test
    void of_many_who_need_a_token_at_once_one_fetches_it() {
        comesBack(departure(), null);
        int before = ZoomStage.look("tokens").path("issued").asInt();
        scene.later(Duration.ofHours(2));

        List<String> found = Race.of(8, i -> () -> tokens.of(INES.id(), null));

        assertThat(found).hasSize(8).containsOnly(found.get(0));
        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(before + 1);
    }

    @Test
    void without_the_hold_several_fetch_tokens_and_all_but_one_are_refused() {
        comesBack(departure(), null);
        String refresh = scene.sql().one("SELECT refresh_token FROM zoom_connection WHERE id = ?", INES.id());
        String open = tokens.open(INES.id(), refresh);

        List<Boolean> refused = Race.of(8, i -> () -> isRefused(open));

        assertThat(refused).filteredOn(each -> !each).hasSize(1);
    }

    @Inject
    TokenEndpoint endpoint;

    private boolean isRefused(String refreshToken) {
        try {
            endpoint.refreshed(refreshToken);
            return false;
        } catch (ZoomFailure failure) {
            return failure.kind() == ZoomFailure.Kind.DISCONNECTED;
        }
    }

    @Test
    void a_token_is_replaced_a_minute_before_it_ends() {
        comesBack(departure(), null);
        String first = tokens.of(INES.id(), null);

        scene.later(Duration.ofSeconds(3_530));
        assertThat(tokens.of(INES.id(), null)).isEqualTo(first);
        scene.later(Duration.ofSeconds(10));

        assertThat(tokens.of(INES.id(), null)).isNotEqualTo(first);
    }

    @Inject
    Connections connections;

    @Test
    void a_connection_that_nobody_uses_is_kept_fresh_every_week() {
        comesBack(departure(), null);
        int before = ZoomStage.look("tokens").path("issued").asInt();
        scene.later(Duration.ofDays(5));
        connections.keepFresh();
        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(before);

        scene.later(Duration.ofDays(2));
        connections.keepFresh();
        connections.keepFresh();

        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(before + 1);
    }

    @Test
    void a_refresh_that_fails_for_a_while_ends_no_connection() {
        comesBack(departure(), null);
        scene.later(Duration.ofHours(2));
        String session = scene.block(1).get(0);
        ZoomStage.fault(Fault.BROKEN, "POST /oauth/token");

        scene.work();
        as(INES).get(PATH).then().body("state", equalTo("CONNECTED"));
        scene.later(Duration.ofMinutes(5));
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
    }

    @Test
    void no_token_lies_open_in_the_database() {
        comesBack(departure(), null);

        Set<String> kept = new TreeSet<>();
        scene.sql()
                .rows("SELECT t::text AS row FROM zoom_connection t UNION ALL SELECT t::text FROM zoom_connecting t")
                .forEach(row -> kept.add((String) row.get("row")));
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains("access-") || row.contains("refresh-"));
    }

    private static Response departure() {
        Response departure = as(INES).put(PATH);
        departure.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(departure.header("Set-Cookie")).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        return departure;
    }

    private static String cookie(Response departure) {
        return departure.cookie(Connecting.COOKIE);
    }

    /** What Zoom answers once the instructor has agreed: the way back, with a code. */
    private static URI authorised(Response departure) {
        return URI.create(RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(departure.<String>path("authorizeUrl"))
                .header("Location"));
    }

    private static Response comesBack(Response departure, String otherBrowser) {
        return returns(authorised(departure), otherBrowser == null ? cookie(departure) : otherBrowser);
    }

    private static Response returns(URI back, String browser) {
        assertThat(back.getPath()).isEqualTo("/api/courses/v1/zoom/callback");
        Response answer = RestAssured.given()
                .cookie(Connecting.COOKIE, browser)
                .redirects()
                .follow(false)
                .get("/v1/zoom/callback?" + back.getQuery());
        answer.then().statusCode(303).header("Referrer-Policy", "no-referrer");
        return answer;
    }

    /** A connection of nobody is none. */
    @Test
    void a_connection_that_was_taken_away_gives_no_token() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                ZoomFailure.class, () -> tokens.of(UUID.randomUUID(), null))
                        .kind())
                .isEqualTo(ZoomFailure.Kind.DISCONNECTED);
    }
}
