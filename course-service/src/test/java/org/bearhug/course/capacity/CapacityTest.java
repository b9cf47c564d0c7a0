package org.bearhug.course.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.bearhug.course.Facts;
import org.bearhug.course.Teaching;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CapacityTest {

    private String block;
    private List<String> sessions;
    private String first;

    @BeforeEach
    void a_block_of_four_sessions_with_eight_seats_is_published() {
        TestClock.set(Instant.parse(Teaching.NOW));
        block = "/v1/blocks/" + publishedBlock(INES, course(INES, "Seats"));
        sessions = as(INES).get(block).path("sessions.id");
        first = "/v1/sessions/" + sessions.get(0);
    }

    @AfterEach
    void all_is_well_again() {
        FakeBookings.is("well");
    }

    @Test
    void a_capacity_is_lowered_to_what_is_taken() {
        FakeBookings.take(sessions.get(0), 5);

        change(INES, first, "capacity", 5).then().statusCode(200).body("capacity", equalTo(5));

        assertThat(FakeBookings.asked())
                .contains("{\"items\":[{\"sessionId\":\"" + sessions.get(0) + "\",\"capacity\":5}]}");
    }

    @Test
    void a_capacity_below_what_is_taken_is_refused_and_nothing_of_the_change_is_kept() {
        FakeBookings.take(sessions.get(0), 6);
        Facts facts = Facts.fromNowOn();

        change(INES, first, "capacity", 5, "durationMinutes", 90)
                .then()
                .statusCode(409)
                .body("code", equalTo("capacity-below-taken"))
                .body("sessions", hasSize(1))
                .body("sessions[0].sessionId", equalTo(sessions.get(0)))
                .body("sessions[0].taken", equalTo(6));

        as(INES).get(first).then().body("capacity", equalTo(8)).body("durationMinutes", equalTo(60));
        assertThat(facts.about(sessions.get(0))).isEmpty();
    }

    @Test
    void a_block_is_lowered_as_a_whole_or_not_at_all() {
        FakeBookings.take(sessions.get(2), 7);

        change(INES, block, "capacity", 6)
                .then()
                .statusCode(409)
                .body("sessions.sessionId", equalTo(List.of(sessions.get(2))));
        as(INES).get(block).then().body("sessions.capacity", everyItem(equalTo(8)));
        change(INES, block, "capacity", 7).then().statusCode(200).body("sessions.capacity", everyItem(equalTo(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "silent", "confused"})
    void when_bookings_cannot_be_asked_nothing_is_lowered(String mood) {
        FakeBookings.is(mood);

        change(INES, first, "capacity", 5)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-unavailable"));
        as(INES).get(first).then().body("capacity", equalTo(8));
    }

    @Test
    void raising_a_capacity_and_all_else_asks_nobody() {
        FakeBookings.is("away");
        String askedBefore = FakeBookings.asked();

        change(INES, first, "capacity", 9).then().statusCode(200);
        change(INES, first, "capacity", 9, "durationMinutes", 30).then().statusCode(200);
        change(INES, block, "capacity", 10, "title", "More room").then().statusCode(200);

        assertThat(FakeBookings.asked()).isEqualTo(askedBefore);
    }

    @Test
    void lowering_a_draft_asks_nobody() {
        FakeBookings.is("away");
        String draft = unfold(INES, draft(INES, "Draft"), block()).path("id");

        change(INES, "/v1/blocks/" + draft, "capacity", 2)
                .then()
                .statusCode(200)
                .body("sessions.capacity", everyItem(equalTo(2)));
    }

    @Test
    void what_is_refused_anyway_is_refused_before_bookings_are_asked() {
        String askedBefore = FakeBookings.asked();

        as(INES).header("If-Match", "\"v0\"")
                .body("{\"capacity\": 1}")
                .patch(first)
                .then()
                .statusCode(412);
        as(INES).body("{\"capacity\": 1}").patch(first).then().statusCode(428);

        assertThat(FakeBookings.asked()).isEqualTo(askedBefore);
    }
}
