package org.bearhug.booking.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimetableFeedTest {

    private static final Map<String, String> A_DAY_LATER = Map.of(
            "startsAt", "2031-03-11T18:30:00Z",
            "endsAt", "2031-03-11T19:15:00Z",
            "localStart", "2031-03-11T19:30:00",
            "timeZone", "Europe/Berlin");

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_block_a_week_before() {
        given.a_week_before();
        block = given.block().ofSessions(2).published();
    }

    @Test
    void a_session_that_moves_takes_its_places_with_it() {
        UUID mia = cara.child("Mia", 10);
        String booking =
                cara.bookBlock(block.id(), mia).then().statusCode(201).extract().path("id");

        block.changed(0, 2, A_DAY_LATER);

        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("places[0].startsAt", equalTo("2031-03-11T18:30:00Z"))
                .body("places[0].endsAt", equalTo("2031-03-11T19:15:00Z"))
                .body("places[0].localStart", equalTo("2031-03-11T19:30:00"))
                .body("places[0].timeZone", equalTo("Europe/Berlin"))
                .body("places[1].startsAt", equalTo("2031-03-17T10:00:00Z"));
        assertThat(given.taken(block)).containsExactly(1, 1);
    }

    @Test
    void a_session_moved_behind_another_is_shown_behind_it() {
        block.changed(0, 2, Map.of("startsAt", "2031-03-20T10:00:00Z", "endsAt", "2031-03-20T11:00:00Z"));

        Carer.nobody()
                .get("/v1/availability?block=" + block.id())
                .then()
                .body(
                        "items.sessionId",
                        contains(block.session(1).toString(), block.session(0).toString()));
    }

    @Test
    void stale_and_repeated_facts_change_nothing() {
        block.changed(0, 3, A_DAY_LATER);
        Map<String, Object> known = session();

        block.tellSession(0, 2, Map.of("title", "Baby yoga"));
        block.tellSession(0, 3, Map.of("title", "Baby yoga"));
        block.tellBlock(1, "ARCHIVED");
        everything_before_is_read();

        assertThat(session()).isEqualTo(known).containsEntry("title", "Baby massage for beginners");
        assertThat(given.sql().<String>one("SELECT state FROM class_block WHERE id = ?", block.id()))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void kinds_of_facts_that_are_not_known_are_passed_over() {
        for (String type : List.of("course.changed", "testimonial.changed", "colour.changed")) {
            Neighbours.publish("course-service", type, UUID.randomUUID(), 1, Map.of("any", "thing"));
        }

        everything_before_is_read();
    }

    @Test
    void what_a_newer_neighbour_says_besides_is_passed_over() {
        block.changed(
                0,
                2,
                Map.of(
                        "title",
                        "Baby yoga",
                        "colour",
                        "red",
                        "ageWeeks",
                        Map.of("from", 0, "to", 52, "words", "the first year"),
                        "dropInPrice",
                        Map.of("amount", 900, "currency", "EUR", "words", "9 euros")));

        assertThat(session())
                .containsEntry("title", "Baby yoga")
                .containsEntry("age_to_weeks", 52)
                .containsEntry("drop_in_amount", 900L)
                .containsEntry("currency", "EUR");
    }

    @Test
    void a_session_of_its_own_has_no_block() {
        UUID alone = UUID.randomUUID();
        Neighbours.publish(
                "course-service",
                "session.changed",
                alone,
                1,
                Map.ofEntries(
                        Map.entry("id", alone),
                        Map.entry("courseId", UUID.randomUUID()),
                        Map.entry("instructorId", UUID.randomUUID()),
                        Map.entry("title", "A taster"),
                        Map.entry("startsAt", "2031-03-10T10:00:00Z"),
                        Map.entry("endsAt", "2031-03-10T11:00:00Z"),
                        Map.entry("localStart", "2031-03-10T10:00:00"),
                        Map.entry("timeZone", "Europe/London"),
                        Map.entry("capacity", 3),
                        Map.entry("ageWeeks", Map.of("from", 0, "to", 52)),
                        Map.entry("dropInPrice", Map.of("amount", 0, "currency", "GBP")),
                        Map.entry("state", "SCHEDULED"),
                        Map.entry("published", true)));

        cara.bookSession(alone, cara.child("Mia", 10)).then().statusCode(201).body("title", equalTo("A taster"));
    }

    private Map<String, Object> session() {
        return given.sql()
                .rows("SELECT * FROM class_session WHERE id = ?", block.session(0))
                .get(0);
    }

    private void everything_before_is_read() {
        block.tellBlock(9, "PUBLISHED");
        await().until(() -> given.sql().<Long>one("SELECT version FROM class_block WHERE id = ?", block.id()) == 9);
    }
}
