package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole road of a Zoom meeting: made, joined, seen who came, gone. */
class ZoomIT {

    private final Teaching block = Teaching.publishWithZoom(2, Duration.ofMinutes(10));
    private final Someone cara = Someone.carer();
    private final String session = block.sessionIds().get(0);

    @Test
    void zoom_makes_the_meeting_lets_the_carer_in_and_tells_who_came() {
        awaitReady();
        Map<String, Object> meeting = meetings().get(0);
        assertThat(meeting.get("topic")).isEqualTo("Baby massage for beginners");
        String place = cara.bookBlock(block.blockId(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("places.find { it.sessionId == '" + session + "' }.id");
        cara.asks()
                .body(Map.of("displayName", "Mia's mum"))
                .put("/api/bookings/v1/me/display-name")
                .then()
                .statusCode(200);

        String way = awaitPrivateWay(place);
        Response page = PlayedZoom.follow(way);
        page.then().statusCode(200);
        assertThat(page.asString()).contains("You are in the class");
        assertThat(join(place).header("Location")).as("the same way in again").isEqualTo(way);
        // Whole seconds are told, so the first one has to be over.
        await().pollDelay(Duration.ofMillis(1100))
                .until(() -> PlayedZoom.leave(way, page).statusCode() == 200);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> block.instructor()
                .asks()
                .get("/api/bookings/v1/sessions/" + session + "/roster")
                .then()
                .body("items[0].observedSeconds", greaterThan(0))
                .body("items[0].mark", equalTo("UNKNOWN")));
        assertThat(PlayedZoom.meetings().toString())
                .contains("Mia's mum")
                .doesNotContain(cara.email(), "Lindqvist", place);

        block.instructor()
                .asks()
                .post("/api/courses/v1/sessions/" + session + "/cancel")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(meetings()).isEmpty());
        PlayedZoom.follow(way).then().statusCode(404);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> join(place).then().statusCode(409).body("code", equalTo("session-cancelled")));
        assertThat(PlayedZoom.contract().getList("violations")).isEmpty();
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> block.instructor()
                .asks()
                .get("/api/courses/v1/sessions/" + session)
                .then()
                .body("meeting", equalTo("READY")));
    }

    /** Where the door leads, once booking-service was told of the meeting. */
    private String awaitPrivateWay(String place) {
        await().atMost(Duration.ofSeconds(20)).until(() -> join(place).statusCode() == 303);
        String way = join(place).header("Location");
        assertThat(way).startsWith(PlayedZoom.address() + "/j/").contains("?tk=");
        return way;
    }

    private Response join(String place) {
        return cara.asks().redirects().follow(false).get("/api/bookings/v1/places/" + place + "/join");
    }

    private List<Map<String, Object>> meetings() {
        return PlayedZoom.meetingsOf(List.of(session));
    }
}
