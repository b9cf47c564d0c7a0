package org.bearhug.booking.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.booking.attendance.HeldClass.mark;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Zoom has seen stands beside what the instructor says, and gives way to it. */
@QuarkusTest
class ObservedTest {

    private static final int CHILDREN = 6;

    @Inject
    Given given;

    private final Carer cara = Carer.fresh().known();
    private HeldClass held;

    @BeforeEach
    void a_class_that_has_begun() {
        held = HeldClass.of(given, cara, CHILDREN);
    }

    @Test
    void whom_zoom_has_seen_for_a_minute_was_there_and_whom_it_has_not_may_have_been() {
        held.observed(held.place(), 1, 60);
        held.observed(held.places().get(1), 1, 59);
        held.knowsObserved(held.places().get(1), 1);

        held.roster()
                .body(line(held.place()) + ".observedSeconds", equalTo(60))
                .body(line(held.place()) + ".mark", equalTo("UNKNOWN"))
                .body(line(held.place()) + ".attendance", equalTo("PRESENT"))
                .body(line(held.places().get(1)) + ".observedSeconds", equalTo(59))
                .body(line(held.places().get(1)) + ".attendance", equalTo("UNKNOWN"));
        assertThat(held.facts(held.place())).singleElement().satisfies(fact -> assertThat(
                        fact.get("payload").toString())
                .contains("\"observedSeconds\": 60", "\"attendance\": \"PRESENT\"", "\"mark\": \"UNKNOWN\""));
    }

    @Test
    void the_instructors_word_counts_and_both_are_kept_whichever_came_first() {
        mark(Person.INES, held.place(), "ABSENT").statusCode(200);
        held.observed(held.place(), 1, 1800);
        held.observed(held.places().get(1), 1, 0);
        held.knowsObserved(held.places().get(1), 1);
        mark(Person.INES, held.places().get(1), "PRESENT").statusCode(200);

        held.roster()
                .body(line(held.place()) + ".mark", equalTo("ABSENT"))
                .body(line(held.place()) + ".observedSeconds", equalTo(1800))
                .body(line(held.place()) + ".attendance", equalTo("ABSENT"))
                .body(line(held.places().get(1)) + ".observedSeconds", equalTo(0))
                .body(line(held.places().get(1)) + ".attendance", equalTo("PRESENT"));
        mark(Person.INES, held.place(), "UNKNOWN").body("attendance", equalTo("PRESENT"));
    }

    @Test
    void what_is_told_twice_or_too_late_changes_nothing() {
        held.observed(held.place(), 2, 900);
        held.observed(held.place(), 1, 300);
        held.observed(held.place(), 2, 900);
        held.observed(held.places().get(1), 1, 1);
        held.knowsObserved(held.places().get(1), 1);

        held.roster().body(line(held.place()) + ".observedSeconds", equalTo(900));
        assertThat(held.facts(held.place())).hasSize(1);
    }

    @Test
    void a_place_that_nobody_knows_does_not_hold_up_the_feed() {
        UUID nowhere = UUID.randomUUID();
        held.observed(nowhere, 1, 900);
        held.observed(held.place(), 1, 900);
        held.knowsObserved(held.place(), 1);

        assertThat(given.sql().rows("SELECT 1 FROM attendance WHERE place_id = ?", nowhere))
                .isEmpty();
    }

    @Test
    void a_list_ticked_off_while_zoom_tells_loses_neither() {
        List<UUID> backwards = new ArrayList<>(held.places());
        backwards.sort(Collections.reverseOrder());
        for (int round = 1; round <= 5; round++) {
            int now = round;
            Thread zoom = new Thread(() -> backwards.forEach(place -> held.observed(place, now, now * 100L)));
            zoom.start();
            String mark = round % 2 == 1 ? "ABSENT" : "PRESENT";
            held.markAll(
                            Person.INES,
                            held.places().stream()
                                    .map(place -> Map.of("placeId", place, "mark", mark))
                                    .toList())
                    .statusCode(200);
            await().until(() -> !zoom.isAlive());
        }
        held.places().forEach(place -> held.knowsObserved(place, 5));

        held.roster().body("items.findAll { it.mark == 'ABSENT' && it.observedSeconds == 500 }", hasSize(CHILDREN));
        assertThat(held.facts(held.place()))
                .extracting(fact -> fact.get("version"))
                .doesNotHaveDuplicates()
                .hasSize(10);
    }

    @Test
    void a_carers_copy_of_the_data_has_it() {
        held.observed(held.place(), 1, 900);
        held.knowsObserved(held.place(), 1);

        Carer.nobody()
                .auth()
                .oauth2(Tokens.ofService("user-service", "accounts:export"))
                .get("/v1/accounts/" + cara.id() + "/export")
                .then()
                .body("attendance", hasSize(1))
                .body("attendance[0].observed_seconds", equalTo(900));
    }

    private static String line(UUID place) {
        return "items.find { it.placeId == '" + place + "' }";
    }
}
