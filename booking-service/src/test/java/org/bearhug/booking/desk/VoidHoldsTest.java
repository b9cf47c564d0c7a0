package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.WaitingFamily;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instructor cancels what is held or offered. */
@QuarkusTest
class VoidHoldsTest {

    @Inject
    Given given;

    private TaughtBlock block;
    private WaitingFamily family;

    @BeforeEach
    void a_block_with_one_seat() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(1).published();
        family = WaitingFamily.of(1, given);
    }

    @Test
    void what_is_held_of_it_is_free_at_once() {
        String code = "C" + System.nanoTime();
        String voucher = given.voucher(Map.of("code", code, "percent", 10, "uses", 1));
        String hold = family.carer()
                .asks()
                .body(Map.of("blockId", block.id(), "childIds", List.of(family.children()), "voucher", code))
                .post("/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        cancelled(0);

        await().untilAsserted(() -> assertThat(given.states(block.session(1))).containsExactly(0, 0, 0));
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        assertThat(given.sql().<Integer>one("SELECT used FROM voucher WHERE id = ?", UUID.fromString(voucher)))
                .isZero();
        family.carer().bookHeld(hold).then().statusCode(409).body("code", equalTo("sales-closed"));
        WaitingFamily other = WaitingFamily.of(1, given);
        other.carer().bookBlock(block.id(), other.children()).then().statusCode(201);
    }

    @Test
    void a_family_to_whom_it_was_offered_is_offered_what_is_left() {
        String entry = family.waitsFor(block);
        WaitingFamily second = WaitingFamily.of(1, given);
        String behind = second.waitsFor(block);
        await().until(() -> WaitingFamily.states(given, entry).equals(List.of("OFFERED")));

        cancelled(0);

        await().untilAsserted(() -> {
            assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
            assertThat(given.states(block.session(1))).containsExactly(0, 1, 0);
            assertThat(WaitingFamily.states(given, entry, behind)).containsExactly("OFFERED", "WAITING");
        });
        family.carer().accept(entry).then().statusCode(201).body("places.size()", equalTo(1));
        assertThat(given.states(block.session(1))).containsExactly(0, 0, 1);
    }

    @Test
    void a_family_that_waits_for_nothing_else_is_out_of_line() {
        String entry = family.carer()
                .waitForSession(block.session(0), family.children())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().until(() -> WaitingFamily.states(given, entry).equals(List.of("OFFERED")));

        cancelled(0);

        await().until(() -> WaitingFamily.states(given, entry).equals(List.of("LEFT")));
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        family.carer().accept(entry).then().statusCode(409).body("code", equalTo("no-offer"));
    }

    private void cancelled(int week) {
        block.changed(week, 2, Map.of("state", "CANCELLED"));
    }
}
