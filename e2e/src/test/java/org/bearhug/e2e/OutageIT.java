package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.Test;

/** One service is away, the others go on. */
class OutageIT {

    @Test
    void bookings_and_cancellations_go_on_without_course_service() {
        Teaching block = Teaching.publish(2, 12);
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);
        Service courses = House.platform().service("course-service");
        courses.stop();
        try {
            String booking = cara.bookBlock(block.blockId(), mia)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            cara.asks()
                    .post("/api/bookings/v1/bookings/" + booking + "/cancel")
                    .then()
                    .statusCode(200);
            cara.bookSession(block.sessionIds().get(1), mia).then().statusCode(201);
            cara.asks().get("/api/courses/v1/courses").then().statusCode(503);
        } finally {
            courses.start();
            courses.awaitHealthy();
        }
        assertThat(block.taken()).containsExactly(0L, 1L);
    }

    @Test
    void the_catalogue_answers_without_booking_service_and_bookings_are_told_to_come_again() {
        Teaching block = Teaching.publish(2, 12);
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);
        Service bookings = House.platform().service("booking-service");
        bookings.stop();
        try {
            Someone.nobody()
                    .get("/api/courses/v1/courses/" + block.courseId())
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("Baby massage for beginners"));
            cara.bookBlock(block.blockId(), mia)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("service-unavailable"));
        } finally {
            bookings.start();
            bookings.awaitHealthy();
        }
        cara.bookBlock(block.blockId(), mia).then().statusCode(201);
    }

    @Test
    void a_consumer_that_was_stopped_catches_up() {
        Teaching block = Teaching.publish(2, 12);
        Service bookings = House.platform().service("booking-service");
        bookings.stop();
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);
        String session = "/api/courses/v1/sessions/" + block.sessionIds().get(0);
        String tag = block.instructor().asks().get(session).header("ETag");
        block.instructor()
                .asks()
                .header("If-Match", tag)
                .body(Map.of("capacity", 15))
                .patch(session)
                .then()
                .statusCode(200);

        bookings.start();
        bookings.awaitHealthy();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Someone.nobody()
                .queryParam("session", block.sessionIds().get(0))
                .get("/api/bookings/v1/availability")
                .then()
                .body("items[0].capacity", equalTo(15)));
        cara.bookBlock(block.blockId(), mia).then().statusCode(201);
    }

    @Test
    void a_capacity_is_not_lowered_below_what_is_taken_nor_without_asking_the_desk() {
        Teaching block = Teaching.publish(1, 12);
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10), cara.child("Ben", 11))
                .then()
                .statusCode(201);

        lowered(block, 1).then().statusCode(409).body("code", equalTo("capacity-below-taken"));
        lowered(block, 2).then().statusCode(200).body("capacity", equalTo(2));
        Someone omar = Someone.carer();
        omar.bookBlock(block.blockId(), omar.child("Zoe", 9))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-full"));

        Service bookings = House.platform().service("booking-service");
        bookings.stop();
        try {
            lowered(block, 1).then().statusCode(503).header("Retry-After", notNullValue());
        } finally {
            bookings.start();
            bookings.awaitHealthy();
        }
    }

    private static io.restassured.response.Response lowered(Teaching block, int capacity) {
        String session = "/api/courses/v1/sessions/" + block.sessionIds().get(0);
        return block.instructor()
                .asks()
                .header("If-Match", block.instructor().asks().get(session).header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("capacity", capacity))
                .patch(session);
    }
}
