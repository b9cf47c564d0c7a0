package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An instructor and a carer each write a word of their own wherever one can be written, in all three services; then they are erased. */
class SentinelIT {

    private static final List<String> LOGS =
            List.of("user-service", "course-service", "booking-service", "web", "postgresql");

    private final Scribe ines = Scribe.of("INSTRUCTOR", word("sentinelines"));
    private final Scribe cara = Scribe.of("CARER", word("sentinelcara"));

    /** Short enough for a voucher's code. */
    private static String word(String beginning) {
        String letters = UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "abcdef";
        return beginning + letters.substring(0, 6);
    }

    @Test
    void of_who_is_erased_no_word_is_left_in_any_schema_or_log() {
        List<Teaching> blocks = ines.teaches();
        String booking = cara.cares(blocks, ines.word(), ines.sells());
        ines.notesAsPaid(booking);
        ines.writesTo(blocks.get(1));
        cara.tellsOf(blocks.get(0));
        // The control, and the reminder: whoever adds a column lets a word be written into it here or says why none
        // can.
        assertThat(TextColumns.ofWords()).hasSizeGreaterThan(25);
        assertThat(Stream.concat(TextColumns.with(ines.word()).stream(), TextColumns.with(cara.word()).stream()))
                .containsAll(TextColumns.ofWords());

        erased(ines.who());
        goneIs(ines.word());
        assertThat(TextColumns.with(cara.word())).isNotEmpty();

        erased(cara.who());
        goneIs(cara.word());
    }

    /** What one service tells another takes a moment. */
    private static void goneIs(String word) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TextColumns.with(word)).isEmpty());
        assertThat(LOGS).allSatisfy(log -> assertThat(House.log(log)).as(log).doesNotContain(word));
    }

    /** Asks, confirms, waits until it is done everywhere and the report says so. */
    private static void erased(Someone who) {
        String id = who.asks().get("/api/users/v1/me").path("id");
        String erasure = who.asks()
                .delete("/api/users/v1/me")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String token = Newcomers.linkIn(who.email(), "erasure");
        who.asks()
                .body(Map.of("token", token))
                .post("/api/users/v1/me/erasure/confirm")
                .then()
                .statusCode(200)
                .body("state", equalTo("PLANNED"));
        Someone ada = Someone.admin();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ada.asks()
                        .get("/api/users/v1/admin/erasures/" + erasure)
                        .jsonPath()
                        .<String>getList("services.doneAt"))
                .hasSize(3)
                .doesNotContainNull());
        ada.asks()
                .get("/api/users/v1/admin/erasures/" + erasure)
                .then()
                .body("accountId", equalTo(id))
                .body("services[1].did.namesLeft", equalTo(0))
                .body("services[2].did.namesLeft", equalTo(0))
                .body("services[2].did.seatsToComeStillHeld", equalTo(0));
        who.asks().get("/api/users/v1/me").then().statusCode(401);
    }
}
