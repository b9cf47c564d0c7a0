package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One word is written wherever a person can write one, in all three services; then the people are erased. */
class SentinelIT {

    private static final List<String> SCHEMAS = List.of("users", "courses", "bookings");
    private static final List<String> LOGS =
            List.of("user-service", "course-service", "booking-service", "web", "postgresql");

    /** In small letters alone, so that it passes for a topic and an address too. */
    private final String word =
            "sentinel" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").toLowerCase(Locale.ROOT);

    @Test
    void of_who_is_erased_no_word_is_left_in_any_schema_or_log() {
        Someone ines = Someone.named("INSTRUCTOR", "i" + word + "@bearhug.test", "Ines " + word);
        String session = teaches(ines);
        Someone cara = Someone.named("CARER", "c" + word + "@bearhug.test", "Cara " + word);
        cares(cara, session);
        // The control: it stands in each of the schemas now, so a search that finds nothing says something.
        assertThat(SCHEMAS)
                .allSatisfy(schema -> assertThat(found(schema)).as(schema).isNotEmpty());

        erased(cara);
        erased(ines);

        assertThat(SCHEMAS)
                .allSatisfy(schema -> assertThat(found(schema)).as(schema).isEmpty());
        assertThat(LOGS).allSatisfy(log -> assertThat(House.log(log)).as(log).doesNotContain(word));
    }

    /** Writes the word wherever an instructor can; returns a session that is for sale. */
    private String teaches(Someone ines) {
        ines.asks()
                .header("If-Match", "*")
                .body(Map.of(
                        "about",
                        word,
                        "photoUrl",
                        "https://example.org/" + word,
                        "website",
                        "https://example.org/" + word,
                        "socialLinks",
                        List.of("https://example.org/" + word)))
                .put("/api/users/v1/me/profile")
                .then()
                .statusCode(200);
        ines.asks()
                .body(Map.of("name", word, "scopes", List.of("classes:write")))
                .post("/api/users/v1/me/api-clients")
                .then()
                .statusCode(201);
        String course = ines.asks()
                .header("Idempotency-Key", word)
                .body(Map.of(
                        "title",
                        word,
                        "topic",
                        word,
                        "summary",
                        word,
                        "description",
                        word,
                        "whatToBring",
                        word,
                        "whenNotToJoin",
                        word))
                .post("/api/courses/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ines.asks()
                .post("/api/courses/v1/courses/" + course + "/publish")
                .then()
                .statusCode(200);
        Teaching block = Teaching.of(ines, course, Map.of("title", word, "callLink", "https://zoom.example/j/" + word));
        ines.asks()
                .body(Map.of("reason", word))
                .post("/api/courses/v1/sessions/" + block.sessionIds().get(1) + "/cancel")
                .then()
                .statusCode(200);
        return block.sessionIds().get(0);
    }

    /** Writes the word wherever a carer can, but for another person's address: that is not the carer's. */
    private void cares(Someone cara, String session) {
        cara.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Cara " + word + word))
                .patch("/api/users/v1/me")
                .then()
                .statusCode(200);
        cara.asks()
                .header("If-Match", "*")
                .body(Map.of(
                        "photos",
                        true,
                        "recordings",
                        true,
                        "marketing",
                        true,
                        "meetOtherParents",
                        true,
                        "textVersion",
                        word.substring(0, Math.min(40, word.length())),
                        "source",
                        word.substring(0, Math.min(40, word.length()))))
                .put("/api/users/v1/me/consents")
                .then()
                .statusCode(200);
        String child = cara.asks()
                .header("Idempotency-Key", word)
                .body(Map.of(
                        "name", word, "bornOn", LocalDate.now().minusWeeks(10).toString()))
                .post("/api/users/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.asks()
                .body(Map.of("email", "omar@bearhug.test"))
                .post("/api/users/v1/me/children/" + child + "/invitations")
                .then()
                .statusCode(202);
        cara.asks()
                .body(Map.of("email", cara.email()))
                .post("/api/users/v1/password/forgot")
                .then()
                .statusCode(202);
        cara.book(word, "sessionId", session, List.of(child)).then().statusCode(201);
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
        String token = Someone.linkIn(who.email(), "erasure");
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

    /** The columns in which the word stands: whole rows as text, and the bytes of what is no text. */
    private List<String> found(String schema) {
        List<String> found = new ArrayList<>();
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        for (String[] column : columns(schema)) {
            long rows = House.number(
                    schema,
                    "SELECT count(*) FROM \"%s\" WHERE \"%s\"::text LIKE '%%%s%%' OR \"%s\"::text LIKE '%%%s%%'"
                            .formatted(column[0], column[1], word, column[1], bytes));
            if (rows > 0) {
                found.add(column[0] + "." + column[1]);
            }
        }
        return found;
    }

    private static List<String[]> columns(String schema) {
        try (Connection connection = House.database(schema);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE table_schema = '" + schema + "'")) {
            List<String[]> columns = new ArrayList<>();
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2)});
            }
            assertThat(columns).hasSizeGreaterThan(30);
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
