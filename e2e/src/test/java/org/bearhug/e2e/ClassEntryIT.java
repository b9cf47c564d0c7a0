package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an integration does to a class that is booked reaches those who booked it. */
class ClassEntryIT {

    private final Someone ines = Someone.instructor();
    private final Someone cara = Someone.carer();
    private final String entry = "/api/courses/v1/class-entries/row-1";

    @Test
    void a_class_is_entered_booked_moved_and_cancelled() {
        Response made = put("10:00", 3);
        made.then().statusCode(201);
        Response booked = bookTwo(made.path("session.id"));
        String booking = "/api/bookings/v1/bookings/" + booked.path("id");

        put("10:00", 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("capacity-below-taken"))
                .body("sessions[0].taken", equalTo(2));
        put("11:30", 2).then().statusCode(200).body("outcome", equalTo("changed"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(cara.asks().get(booking).<String>path("places[0].localStart"))
                        .isEqualTo(day() + "T11:30:00"));

        ines.asks()
                .delete(entry)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("cancelled"))
                .body("booked", equalTo(2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(cara.asks().get(booking).<String>path("places[0].sessionState"))
                        .isEqualTo("CANCELLED"));
        ines.asks()
                .delete(entry)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"))
                .body("booked", nullValue());
    }

    private Response bookTwo(String session) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Someone.nobody()
                .get("/api/bookings/v1/availability?session=" + session)
                .then()
                .body("items", hasSize(1)));
        Response booked = cara.book(
                UUID.randomUUID().toString(),
                "sessionId",
                session,
                List.of(cara.child("Mia", 10), cara.child("Leo", 10)));
        booked.then().statusCode(201).body("price.amount", equalTo(3600));
        return booked;
    }

    private static LocalDate day() {
        return LocalDate.now().plusDays(20);
    }

    private Response put(String time, int capacity) {
        return ines.asks()
                .body(Map.of(
                        "externalCourseId",
                        "massage",
                        "course",
                        Map.of("title", "Baby massage", "topic", "baby-massage", "summary", "Calm hands, calm baby."),
                        "start",
                        day() + "T" + time,
                        "timeZone",
                        "Europe/London",
                        "durationMinutes",
                        45,
                        "capacity",
                        capacity,
                        "price",
                        Map.of("amount", 1800, "currency", "GBP"),
                        "ageWeeks",
                        Map.of("from", 0, "to", 52),
                        "meeting",
                        Map.of("kind", "NONE")))
                .put(entry);
    }
}
