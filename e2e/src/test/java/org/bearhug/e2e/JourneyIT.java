package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From an empty database to the way into the call, through the front door. */
class JourneyIT {

    @Test
    void a_carer_finds_a_class_books_it_and_gets_into_the_call() {
        Teaching block = Teaching.publish(2, 12, Duration.ofMinutes(10));
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);

        Someone.nobody()
                .queryParam("q", "massage")
                .queryParam("ageWeeks", 10)
                .queryParam("limit", 100)
                .get("/api/courses/v1/courses")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(block.courseId()));
        Response booked = cara.bookBlock(block.blockId(), mia);
        booked.then().statusCode(201).body("places", hasSize(2));
        assertThat(booked.header("Location")).contains("/api/bookings/v1/bookings/" + booked.path("id"));

        String today = booked.path("places[0].join");
        String tomorrow = booked.path("places[1].join");
        cara.asks()
                .redirects()
                .follow(false)
                .get("/api/bookings" + today)
                .then()
                .statusCode(303)
                .header("Location", equalTo(Teaching.CALL))
                .header("Cache-Control", equalTo("no-store"));
        cara.asks().get("/api/bookings" + tomorrow).then().statusCode(409).body("code", equalTo("too-early-to-join"));
        block.instructor()
                .asks()
                .get("/api/bookings/v1/sessions/" + block.sessionIds().get(0) + "/roster")
                .then()
                .statusCode(200)
                .body("items.childName", hasItem("Mia"))
                .body("items[0].carerName", equalTo("Cara Lindqvist"));

        cara.asks()
                .post("/api/bookings/v1/bookings/" + booked.path("id") + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        cara.asks().get("/api/bookings" + today).then().statusCode(410);
        assertThat(block.taken()).containsOnly(0L);
    }

    @Test
    void the_address_of_a_call_stands_in_no_log_and_in_no_table() {
        Teaching block = Teaching.publish(1, 3, Duration.ofMinutes(10));
        Someone cara = Someone.carer();
        Response booked = cara.bookBlock(block.blockId(), cara.child("Mia", 10));
        cara.asks().redirects().follow(false).get("/api/bookings" + booked.path("places[0].join"));

        for (String name : new String[] {"course-service", "booking-service", "user-service", "web", "postgresql"}) {
            assertThat(House.log(name)).doesNotContain("only-for-those-with-a-place", cara.email());
        }
        assertThat(House.number("courses", "SELECT count(*) FROM outbox WHERE payload::text LIKE '%only-for-those%'"))
                .isZero();
        assertThat(House.number("bookings", "SELECT count(*) FROM meeting m WHERE m::text LIKE '%only-for-those%'"))
                .isZero();
    }

    @Test
    void nothing_behind_the_front_door_is_reached_that_is_not_for_everybody() {
        Someone cara = Someone.carer();
        for (String path : new String[] {"events", "q/metrics", "q/health"}) {
            cara.asks().get("/api/bookings/" + path).then().statusCode(404);
        }
        cara.asks()
                .get("/api/bookings/v1/bookings/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }
}
