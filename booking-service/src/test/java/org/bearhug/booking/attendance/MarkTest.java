package org.bearhug.booking.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.booking.attendance.HeldClass.mark;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an instructor may say of who came, and when. */
@QuarkusTest
class MarkTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh().known();
    private HeldClass held;

    @BeforeEach
    void a_class_that_has_begun() {
        held = HeldClass.of(given, cara, 2);
    }

    @Test
    void a_mark_is_kept_shown_and_told() {
        mark(Person.INES, held.place(), "PRESENT")
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("placeId", equalTo(held.place().toString()))
                .body("mark", equalTo("PRESENT"))
                .body("markedAt", equalTo("2031-03-10T10:00:00Z"))
                .body("attendance", equalTo("PRESENT"))
                .body("$", not(hasKey("observedSeconds")));

        held.roster()
                .body("items.find { it.placeId == '" + held.place() + "' }.attendance", equalTo("PRESENT"))
                .body("items.find { it.placeId != '" + held.place() + "' }.attendance", equalTo("UNKNOWN"))
                .body("items.find { it.placeId != '" + held.place() + "' }.mark", equalTo("UNKNOWN"));
        assertThat(held.facts(held.place())).singleElement().satisfies(fact -> assertThat(
                        fact.get("payload").toString())
                .contains(
                        "\"mark\": \"PRESENT\"",
                        "\"attendance\": \"PRESENT\"",
                        held.session().toString(),
                        cara.id().toString())
                .doesNotContain("Child"));
    }

    @Test
    void a_mark_may_be_changed_and_taken_back_and_the_same_one_twice_is_told_once() {
        mark(Person.INES, held.place(), "ABSENT").statusCode(200);
        mark(Person.INES, held.place(), "ABSENT").statusCode(200).header("ETag", "\"v1\"");
        mark(Person.INES, held.place(), "UNKNOWN")
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("attendance", equalTo("UNKNOWN"));

        assertThat(held.facts(held.place()))
                .extracting(fact -> fact.get("version"))
                .containsExactly(1L, 2L);
    }

    @Test
    void who_sends_the_version_that_was_seen_overwrites_nothing_unseen() {
        mark(Person.INES, held.place(), "PRESENT", Map.of("If-Match", "\"v0\"")).statusCode(200);

        mark(Person.INES, held.place(), "ABSENT", Map.of("If-Match", "\"v0\""))
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
        mark(Person.INES, held.place(), "ABSENT", Map.of("If-Match", "\"v1\"")).statusCode(200);
    }

    @Test
    void a_whole_list_is_ticked_off_in_one_call() {
        held.markAll(Person.INES, List.of(tick(held.places().get(1), "ABSENT"), tick(held.place(), "PRESENT")))
                .statusCode(200)
                .body("items.attendance", contains("ABSENT", "PRESENT"))
                .body(
                        "items.placeId",
                        contains(held.places().get(1).toString(), held.place().toString()));
    }

    @Test
    void one_place_that_cannot_be_marked_leaves_the_whole_list_unmarked() {
        HeldClass other = HeldClass.of(given, cara, 1);

        held.markAll(Person.INES, List.of(tick(held.place(), "PRESENT"), tick(other.place(), "PRESENT")))
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors[0].pointer", equalTo("/marks/1/placeId"));
        held.markAll(Person.INES, List.of(tick(held.place(), "PRESENT"), tick(held.place(), "ABSENT")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/marks/1/placeId"));

        assertThat(given.sql().<Long>one("SELECT count(*) FROM attendance WHERE session_id = ?", held.session()))
                .isZero();
    }

    @Test
    void nobody_is_marked_before_the_start() {
        TestClock.set(Given.FIRST_START.minusSeconds(1));

        mark(Person.INES, held.place(), "PRESENT")
                .statusCode(409)
                .body("code", equalTo("session-not-started"))
                .body("startsAt", equalTo("2031-03-10T10:00:00Z"))
                .header("Retry-After", "1");
        held.markAll(Person.INES, List.of(tick(held.place(), "PRESENT")))
                .statusCode(409)
                .body("code", equalTo("session-not-started"));
    }

    @Test
    void places_of_others_are_not_there_and_words_that_are_none_are_refused() {
        mark(Person.NOOR, held.place(), "PRESENT").statusCode(404).body("code", equalTo("not-found"));
        mark(Person.INES, UUID.randomUUID(), "PRESENT").statusCode(404);
        held.markAll(Person.NOOR, List.of(tick(held.place(), "PRESENT"))).statusCode(404);
        mark(Person.INES, held.place(), "LATE").statusCode(400).body("code", equalTo("invalid-request"));
        mark(Person.INES, held.place(), null).statusCode(400);
        held.markAll(Person.INES, List.of()).statusCode(400);
    }

    @Test
    void a_place_that_was_given_back_has_no_attendance() {
        given.a_week_before();
        cara.absent(held.place().toString()).then().statusCode(200);
        TestClock.set(Given.FIRST_START);

        mark(Person.INES, held.place(), "ABSENT").statusCode(410).body("code", equalTo("place-released"));
        held.markAll(Person.INES, List.of(tick(held.place(), "ABSENT")))
                .statusCode(410)
                .body("placeId", equalTo(held.place().toString()));
    }

    @Test
    void a_session_that_does_not_take_place_has_no_attendance() {
        held.block().changed(0, 2, Map.of("state", "CANCELLED"));

        mark(Person.INES, held.place(), "PRESENT").statusCode(409).body("code", equalTo("session-cancelled"));
    }

    @Test
    void of_the_erased_it_is_known_that_somebody_came_and_not_who() {
        TaughtBlock block = held.block();
        cara.erased(2);
        await().until(() -> given.sql().<Boolean>one("SELECT erased FROM carer WHERE id = ?", cara.id()));

        mark(Person.INES, held.place(), "PRESENT").statusCode(200);
        held.roster()
                .body("items.find { it.placeId == '" + held.place() + "' }.attendance", equalTo("PRESENT"))
                .body("items[0]", not(hasKey("carerName")));
        assertThat(given.taken(block)).containsExactly(2);
    }

    private static Map<String, Object> tick(UUID place, String mark) {
        return Map.of("placeId", place, "mark", mark);
    }
}
