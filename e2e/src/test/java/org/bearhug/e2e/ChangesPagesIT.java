package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was agreed changes: a family goes to other dates, an instructor calls everything off. */
class ChangesPagesIT {

    @Test
    void a_family_changes_to_other_dates_of_the_class() {
        Teaching from = Teaching.publish(2, 5, Duration.ofDays(9));
        Teaching to = Teaching.of(from.instructor(), from.courseId(), Map.of("title", "Evenings"));
        Someone cara = Someone.carer();
        String booking = cara.bookBlock(from.blockId(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/bookings/" + booking);
            visit.follow("Change to other dates");
            visit.sees("Evenings");
            visit.tap("Change to these: Evenings");
            visit.reads("It costs nothing.");
            visit.tap("Yes, change");

            visit.page.locator("booking-page [role=status] .tag.good").waitFor();
            assertThat(visit.page.url()).doesNotEndWith(booking);
        }
        assertThat(from.taken()).containsOnly(0L);
        assertThat(to.places()).containsExactly(1L, 1L);
    }

    @Test
    void an_instructor_calls_off_a_whole_block_and_says_why() {
        Teaching block = Teaching.publish(2, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10)).then().statusCode(201);
        try (Visit visit = Visit.on(Visit.Screen.DESKTOP).logIn(block.instructor())) {
            visit.go("/teach/blocks/" + block.blockId());
            visit.tap("Call off all dates");
            visit.page.locator("dialog[open] textarea").fill("I have the flu");
            visit.tap("Call off all dates");
            visit.page.getByText("Does not take place").nth(1).waitFor();
        }
        assertThat(House.number(
                        "courses",
                        "SELECT count(*) FROM session WHERE state = 'CANCELLED' AND cancel_reason = 'I have the flu'"
                                + " AND block_id = '" + block.blockId() + "'"))
                .isEqualTo(2);
    }

    @Test
    void an_instructor_sees_who_waits_and_for_what() {
        Teaching block = Teaching.publish(2, 1, Duration.ofDays(9));
        Someone omar = Someone.carer();
        omar.bookBlock(block.blockId(), omar.child("Zoe", 9)).then().statusCode(201);
        Someone cara = Someone.carer();
        cara.asks()
                .body(Map.of("blockIds", List.of(block.blockId()), "childIds", List.of(cara.child("Mia", 10))))
                .post("/api/bookings/v1/waitlist")
                .then()
                .statusCode(201);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(block.instructor())) {
            visit.go("/teach/blocks/" + block.blockId());
            visit.sees("Who waits");
            visit.reads("Number 1 in line");
            visit.go("/teach/sessions/" + block.sessionIds().get(0));
            visit.reads("for all dates");
            visit.reads("Mia");
        }
    }
}
