package org.bearhug.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** A block that an instructor publishes through the API, for babies of 0 to 52 weeks. */
record Teaching(Someone instructor, String courseId, String blockId, List<String> sessionIds) {

    static final String CALL = "https://zoom.example/j/123456789?pwd=only-for-those-with-a-place";

    static Teaching publish(int sessions, int capacity) {
        return publish(sessions, capacity, Duration.ofDays(7));
    }

    /** The first session begins after this time; the block is for sale everywhere when this returns. */
    static Teaching publish(int sessions, int capacity, Duration begins) {
        return publish(sessions, capacity, begins, Map.of());
    }

    /** As {@link #publish}, with meetings that Zoom makes. */
    static Teaching publishWithZoom(int sessions, Duration begins) {
        return publish(sessions, 12, begins, Map.of("meeting", "ZOOM"));
    }

    /** Sessions on the days from this one on, at this time in London, with meetings that Zoom makes. */
    static Teaching publishWithZoom(int sessions, LocalDateTime firstStart) {
        return publish(sessions, 12, Duration.ZERO, withZoom(firstStart));
    }

    /** Another block of the same course, of which nobody but Zoom learns. */
    Teaching draftWithZoom(int sessions, LocalDateTime firstStart) {
        return draft(instructor, courseId, sessions, 12, Duration.ZERO, withZoom(firstStart));
    }

    private static Map<String, String> withZoom(LocalDateTime firstStart) {
        return Map.of("meeting", "ZOOM", "firstStart", firstStart.toString());
    }

    private static Teaching publish(int sessions, int capacity, Duration begins, Map<String, String> fields) {
        Someone ines = Someone.instructor();
        String course = ines.asks()
                .body(Map.of(
                        "title", "Baby massage for beginners",
                        "topic", "baby-massage",
                        "summary", "Calm hands and a calm baby in six weeks."))
                .post("/api/courses/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ines.asks()
                .post("/api/courses/v1/courses/" + course + "/publish")
                .then()
                .statusCode(200);
        Teaching teaching = draft(ines, course, sessions, capacity, begins, fields);
        return teaching.published();
    }

    /** A block of two sessions of this course, with these fields, for sale. */
    static Teaching of(Someone ines, String course, Map<String, String> fields) {
        return draft(ines, course, 2, 5, Duration.ofDays(7), fields).published();
    }

    private Teaching published() {
        instructor
                .asks()
                .post("/api/courses/v1/blocks/" + blockId + "/publish")
                .then()
                .statusCode(200);
        awaitForSale();
        return this;
    }

    private static Teaching draft(
            Someone ines, String course, int sessions, int capacity, Duration begins, Map<String, String> fields) {
        JsonPath made = ines.asks()
                .body(BlockWish.of(sessions, capacity, begins, fields))
                .post("/api/courses/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(201)
                .body("sessions", hasSize(sessions))
                .extract()
                .jsonPath();
        return new Teaching(ines, course, made.getString("id"), made.getList("sessions.id"));
    }

    void awaitForSale() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> House.number(
                                "bookings",
                                "SELECT count(*) FROM class_block WHERE state = 'PUBLISHED' AND id = '" + blockId + "'")
                        == 1);
    }

    /** How many seats are taken, session by session in no particular order. */
    List<Long> taken() {
        return sessionIds.stream()
                .map(session ->
                        House.number("bookings", "SELECT taken FROM seats WHERE session_id = '" + session + "'"))
                .toList();
    }

    /** How many children have an active place, in the same order as {@link #taken}. */
    List<Long> places() {
        return sessionIds.stream()
                .map(session -> House.number(
                        "bookings",
                        "SELECT count(*) FROM place WHERE state = 'CONFIRMED' AND session_id = '" + session + "'"))
                .toList();
    }
}
