package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

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
    void a_capacity_is_not_lowered_below_what_is_taken() {
        Teaching block = Teaching.publish(1, 12);
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10), cara.child("Ben", 11))
                .then()
                .statusCode(201);

        capacity(block, 1).then().statusCode(409).body("code", equalTo("capacity-below-taken"));
        capacity(block, 2).then().statusCode(200).body("capacity", equalTo(2));
        Someone omar = Someone.carer();
        omar.bookBlock(block.blockId(), omar.child("Zoe", 9))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-full"));
    }

    /** One outage for all of them: to stop a service and start it again takes longer than what is asked meanwhile. */
    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class WithoutBookingService {

        private static Service bookings;
        private static Teaching block;
        private static Someone cara;
        private static String mia;

        @BeforeAll
        static void it_goes_away() {
            block = Teaching.publish(2, 12);
            cara = Someone.carer();
            mia = cara.child("Mia", 10);
            bookings = House.platform().service("booking-service");
            bookings.stop();
        }

        @AfterAll
        static void it_is_back_for_the_others() {
            if (!bookings.isRunning()) {
                bookings.start();
            }
            bookings.awaitHealthy();
        }

        @Test
        @Order(1)
        void the_catalogue_answers() {
            Someone.nobody()
                    .get("/api/courses/v1/courses/" + block.courseId())
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("Baby massage for beginners"));
        }

        @Test
        @Order(2)
        void who_books_is_told_to_come_again() {
            cara.bookBlock(block.blockId(), mia)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("service-unavailable"));
        }

        @Test
        @Order(3)
        void no_capacity_is_lowered_without_asking_the_desk() {
            capacity(block, 1).then().statusCode(503).header("Retry-After", notNullValue());
        }

        @Test
        @Order(4)
        void what_changes_meanwhile_is_known_when_it_is_back() {
            capacity(block, 15).then().statusCode(200);
            String zoe = cara.child("Zoe", 9);

            bookings.start();
            bookings.awaitHealthy();

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Someone.nobody()
                    .queryParam("session", block.sessionIds().get(0))
                    .get("/api/bookings/v1/availability")
                    .then()
                    .body("items[0].capacity", equalTo(15)));
            cara.bookBlock(block.blockId(), mia, zoe).then().statusCode(201);
        }
    }

    private static Response capacity(Teaching block, int seats) {
        String session = "/api/courses/v1/sessions/" + block.sessionIds().get(0);
        return block.instructor()
                .asks()
                .header("If-Match", block.instructor().asks().get(session).header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("capacity", seats))
                .patch(session);
    }
}
