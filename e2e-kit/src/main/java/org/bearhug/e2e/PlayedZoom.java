package org.bearhug.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Zoom that the platform under test talks to, seen from behind the stage. */
final class PlayedZoom {

    private static final Pattern SESSION = Pattern.compile("\\[bearhug \\S+ ([0-9a-f-]{36})]");

    private PlayedZoom() {}

    static String address() {
        return "http://localhost:" + House.platform().ports().fakeZoom();
    }

    private static RequestSpecification asks() {
        return given().baseUri(address()).contentType("application/json");
    }

    static void tell(String what, Map<String, ?> wish) {
        asks().body(wish).post("/fake/" + what).then().statusCode(200);
    }

    /** All meetings that it has, whoever's. */
    static List<Map<String, Object>> meetings() {
        return asks().get("/fake/meetings").jsonPath().getList("");
    }

    /** Those that bear the mark of one of these sessions. */
    static List<Map<String, Object>> meetingsOf(List<String> sessions) {
        return meetings().stream()
                .filter(meeting -> sessions.contains(session(meeting)))
                .toList();
    }

    /** The session whose mark a meeting bears; empty for one that is not ours. */
    static String session(Map<String, Object> meeting) {
        Matcher mark = SESSION.matcher(String.valueOf(meeting.get("agenda")));
        return mark.find() ? mark.group(1) : "";
    }

    /** Creates and updates by host and day. */
    static Map<String, Integer> spent() {
        return asks().get("/fake/spent").jsonPath().getMap("");
    }

    /** Calls that are done only later, when nobody waits for them any more. */
    static int owed() {
        return asks().get("/fake/owed").path("calls");
    }

    static List<String> calls() {
        return asks().get("/fake/calls").jsonPath().getList("");
    }

    /** What our client has sent that Zoom's own description does not allow. */
    static JsonPath contract() {
        return asks().get("/fake/contract").jsonPath();
    }

    /** Follows a way into a call as a browser does. */
    static Response follow(String link) {
        return given().urlEncodingEnabled(false).get(link);
    }

    /** Presses the page's button. */
    static Response leave(String link, Response page) {
        Matcher user = Pattern.compile("name=\"user\" value=\"(\\d+)\"").matcher(page.asString());
        if (!user.find()) {
            throw new AssertionError("nobody is in: " + page.asString());
        }
        return given().urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body("user=" + user.group(1))
                .post(link);
    }
}
