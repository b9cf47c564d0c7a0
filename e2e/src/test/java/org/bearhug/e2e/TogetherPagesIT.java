package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an instructor and those who came say to each other, and to others. */
class TogetherPagesIT {

    @Test
    void who_came_tells_how_it_was_and_the_instructor_shows_it() {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        comes(cara, block);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara);
                Visit ines = Visit.on(Visit.Screen.DESKTOP).logIn(block.instructor())) {
            visit.go("/my-classes");
            visit.follow("Tell how it was");
            visit.fill("In your own words", "We slept all afternoon.");
            assertThat(visit.field("How shall we call you?").inputValue()).isEqualTo("Cara");
            visit.page.getByText("Everybody may read this").click();
            visit.tap("Send");
            visit.reads("Your instructor reads it first");

            ines.go("/courses/" + block.courseId());
            assertThat(ines.page.getByText("We slept all afternoon.").count()).isZero();
            ines.go("/teach");
            ines.follow("Read");
            ines.tap("Show: Cara");
            ines.page.locator("voices-part .tag.good").waitFor();
            ines.go("/courses/" + block.courseId());
            ines.sees("What parents say");
            ines.reads("We slept all afternoon.");

            visit.tap("Take it back");
            visit.tap("Take it back");
            visit.field("In your own words").waitFor();
            ines.go("/courses/" + block.courseId());
            assertThat(ines.page.getByText("We slept all afternoon.").count()).isZero();
        }
    }

    /** Booked it, and was there a minute after it began. */
    private static void comes(Someone cara, Teaching block) {
        String place = cara.bookBlock(block.blockId(), cara.child("Mia", 10)).path("places[0].id");
        String session = block.sessionIds().get(0);
        House.change(
                "bookings",
                "UPDATE class_session SET starts_at = now() - interval '1 minute' WHERE id = '"
                        + UUID.fromString(session) + "'");
        block.instructor()
                .asks()
                .body(Map.of("mark", "PRESENT"))
                .put("/api/bookings/v1/places/" + place + "/attendance")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> House.number(
                                "courses", "SELECT count(*) FROM attended WHERE present AND place_id = '" + place + "'")
                        == 1);
    }

    @Test
    void an_instructor_writes_to_everybody_and_each_gets_a_letter() {
        Teaching block = Teaching.publish(2, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        Someone omar = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10)).then().statusCode(201);
        omar.bookSession(block.sessionIds().get(0), omar.child("Zoe", 9)).then().statusCode(201);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(block.instructor())) {
            visit.go("/teach/blocks/" + block.blockId());
            visit.page.getByText("Write to everybody").click();
            visit.fill("Your words", "Please bring a towel.");
            visit.tap("Send");
            visit.reads("Send this to everybody who has booked?");
            visit.tap("Send");
            visit.reads("On its way to 2 families.");
            visit.reads("to 2 families");

            visit.go("/teach/sessions/" + block.sessionIds().get(1));
            visit.page.getByText("Write to everybody").click();
            visit.fill("Your words", "See you tomorrow.");
            visit.tap("Send");
            visit.tap("Send");
            visit.reads("On its way to one family.");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> letters(cara).size() == 2 && letters(omar).size() == 1);
        assertThat(letters(omar).get(0))
                .contains("Ines Ortega writes", "Please bring a towel.")
                .doesNotContain(cara.email(), block.instructor().email());
    }

    private static List<String> letters(Someone carer) {
        return given().baseUri(House.platform().mailbox().toString())
                .queryParam("to", carer.email())
                .get("/api/mails")
                .jsonPath()
                .getList("findAll { it.subject == 'A word from your instructor' }.text");
    }
}
