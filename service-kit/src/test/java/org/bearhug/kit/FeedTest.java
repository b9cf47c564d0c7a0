package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Test
    void facts_are_read_as_cloud_events_oldest_first() throws Exception {
        String last = lastId();
        UUID note = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(List.of(
                        new Outbox.Fact("note.changed", note, 1, Map.of("text", "first")),
                        new Outbox.Fact("note.changed", note, 2, Map.of("text", "second")))));

        JsonNode events = read(last, 0);

        assertThat(events).hasSize(2);
        JsonNode first = events.get(0);
        assertThat(first.get("specversion").asText()).isEqualTo("1.0");
        assertThat(first.get("source").asText()).isEqualTo("notes-service");
        assertThat(first.get("type").asText()).isEqualTo("note.changed");
        assertThat(first.get("subject").asText()).isEqualTo(note.toString());
        assertThat(first.get("version").asLong()).isEqualTo(1);
        assertThat(first.get("data").get("text").asText()).isEqualTo("first");
        assertThat(first.get("time").asText()).endsWith("Z");
        assertThat(events.get(1).get("version").asLong()).isEqualTo(2);
        assertThat(read(first.get("id").asText(), 0)).hasSize(1);
    }

    @Test
    void what_is_rolled_back_is_no_fact() throws Exception {
        String last = lastId();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                outbox.add("note.changed", UUID.randomUUID(), 1, Map.of());
                throw new IllegalStateException("after all, no");
            });
        } catch (IllegalStateException expected) {
            assertThat(read(last, 0)).isEmpty();
        }
    }

    @Test
    void what_replaces_earlier_facts_is_all_that_can_be_read() throws Exception {
        String last = lastId();
        UUID note = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(List.of(
                        new Outbox.Fact("note.changed", note, 1, Map.of("text", "secret")),
                        new Outbox.Fact("smell.changed", note, 4, Map.of("text", "of another kind")),
                        new Outbox.Fact("note.changed", UUID.randomUUID(), 1, Map.of("text", "another's")))));

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.replace(List.of(new Outbox.Fact("note.erased", note, 2, Map.of("id", note)))));

        JsonNode events = read(last, 0);
        assertThat(events.findValuesAsText("type"))
                .containsExactly("note.erased", "smell.changed", "note.changed", "note.erased");
        assertThat(events.findValuesAsText("version")).containsExactly("1", "4", "1", "2");
        assertThat(events.toString()).doesNotContain("secret").contains("of another kind", "another's");
    }

    @Test
    void a_waiting_reader_gets_a_fact_as_soon_as_it_is_committed() throws Exception {
        String last = lastId();
        CompletableFuture<JsonNode> reader = CompletableFuture.supplyAsync(() -> read(last, 20_000));
        QuarkusTransaction.requiringNew().run(() -> outbox.add("note.changed", UUID.randomUUID(), 1, Map.of()));

        assertThat(reader).succeedsWithin(Duration.ofSeconds(5)).satisfies(events -> assertThat(events)
                .hasSize(1));
    }

    /** The trap: a number taken early, committed late. */
    @Test
    void a_fact_that_commits_late_is_not_skipped() throws Exception {
        String last = lastId();
        long lastNumber = new Sql(database).<Long>one("SELECT coalesce(max(position), 0) FROM outbox");
        List<String> seen = new ArrayList<>();
        List<String> seenByNaiveReader = new ArrayList<>();

        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            insert(late, "late");
            try (Connection early = database.getConnection()) {
                insert(early, "early");
            }
            last = readOn(last, seen);
            lastNumber = readOnNaively(lastNumber, seenByNaiveReader);
            late.commit();
        }
        readOn(last, seen);
        readOnNaively(lastNumber, seenByNaiveReader);

        assertThat(seen).containsExactlyInAnyOrder("late", "early");
        // The control: a reader of "id > last" sees the early one and never the late one.
        assertThat(seenByNaiveReader).containsExactly("early");
    }

    @Test
    void a_feed_is_for_services_alone() {
        given().get("/events").then().statusCode(401);
        given().auth().oauth2(Person.INES.token()).get("/events").then().statusCode(403);
        given().auth().oauth2(Person.ADA.token()).get("/events").then().statusCode(403);
        String program = Tokens.ofClient(Person.INES.id().toString(), "website", "events:read");
        given().auth().oauth2(program).get("/events").then().statusCode(403);
        asService().get("/events").then().statusCode(200).contentType("application/cloudevents-batch+json");
    }

    @Test
    void a_place_that_is_none_is_refused() {
        for (String wrong : List.of("x", "1", "1-", "-1", "1-x", "1-2-3", "99999999999999999999999-1")) {
            asService()
                    .queryParam("lastEventId", wrong)
                    .get("/events")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"));
        }
        asService().get("/events?timeout=30001").then().statusCode(400);
        asService().get("/events?limit=0").then().statusCode(400);
    }

    private String readOn(String last, List<String> seen) {
        JsonNode events = read(last, 0);
        events.forEach(event -> seen.add(event.get("data").get("name").asText()));
        return events.isEmpty() ? last : events.get(events.size() - 1).get("id").asText();
    }

    private long readOnNaively(long last, List<String> seen) {
        long reached = last;
        for (Map<String, Object> row : new Sql(database)
                .rows(
                        "SELECT position, payload ->> 'name' AS name FROM outbox WHERE position > ? ORDER BY position",
                        last)) {
            reached = (Long) row.get("position");
            seen.add((String) row.get("name"));
        }
        return reached;
    }

    private static void insert(Connection connection, String name) throws SQLException {
        connection
                .createStatement()
                .execute("INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)"
                        + " VALUES ('note', uuidv7(), 'note.changed', 1, now(), '{\"name\": \"" + name + "\"}')");
    }

    private String lastId() {
        String last = "";
        for (JsonNode events = read(last, 0); !events.isEmpty(); events = read(last, 0)) {
            last = events.get(events.size() - 1).get("id").asText();
        }
        return last;
    }

    private JsonNode read(String lastEventId, int timeout) {
        try {
            return json.readTree(asService()
                    .queryParam("lastEventId", lastEventId)
                    .queryParam("timeout", timeout)
                    .get("/events")
                    .asString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RequestSpecification asService() {
        return given().auth().oauth2(Tokens.ofService("booking-service", "events:read"));
    }
}
