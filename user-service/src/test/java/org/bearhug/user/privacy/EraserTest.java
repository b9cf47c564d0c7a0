package org.bearhug.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EraserTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    Eraser eraser;

    @Inject
    SecondTelling secondTelling;

    @Inject
    ErasureReports reports;

    private final String word = UUID.randomUUID().toString();
    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @AfterEach
    void all_answer_again() {
        OtherServices.away().clear();
    }

    @Test
    void whoever_is_due_is_gone_and_what_was_told_with_them() {
        String cookie = cara.logIn();
        cara.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "X" + word))
                .patch("/v1/me")
                .then()
                .statusCode(200);
        String child = child("O" + word);
        UUID erasure = due(cara);
        assertThat(everything()).contains(word, cara.email());

        eraser.eraseDue();

        cara.asks().get("/v1/me").then().statusCode(401);
        Someone.nobody()
                .cookie("bearhug_refresh", cookie)
                .post("/v1/login/refresh")
                .then()
                .statusCode(401);
        Someone.nobody().body(cara.credentials()).post("/v1/login").then().statusCode(401);
        assertThat(facts(cara.id())).containsOnly("account.erased {\"id\": \"" + cara.id() + "\"}");
        assertThat(facts(UUID.fromString(child)))
                .containsOnly("child.erased {\"id\": \"%s\", \"carerId\": \"%s\"}".formatted(child, cara.id()));
        assertThat(sql.<String>one("SELECT state FROM erasure WHERE id = ?", erasure))
                .isEqualTo("ERASED");
        assertThat(everything()).doesNotContain(word, cara.email());
    }

    /** All of the service's own schema, as a thief of a backup would read it. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        sql.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'users'").stream()
                .map(row -> row.get("table_name"))
                .forEach(table -> all.append(sql.rows("SELECT t::text FROM " + table + " t")));
        return all.toString();
    }

    @Test
    void a_shared_child_stays_with_the_others() {
        Someone omar = people.carer();
        String shared = child("Mila");
        String own = child("Ben");
        sql.change("INSERT INTO child_carer VALUES (?::uuid, ?, now())", shared, omar.id());
        UUID erasure = due(cara);

        eraser.eraseDue();

        omar.asks().get("/v1/me/children").then().body("items.id", contains(shared));
        assertThat(facts(UUID.fromString(shared)))
                .last()
                .asString()
                .contains("child.changed", omar.id().toString());
        assertThat(sql.rows("SELECT id FROM child WHERE id = ?::uuid", own)).isEmpty();
        report(erasure)
                .body("services[0].did.childrenErased", equalTo(1))
                .body("services[0].did.childrenLeftToOthers", equalTo(1));
    }

    @Test
    void nobody_is_erased_before_their_time_or_after_thinking_better_of_it() {
        UUID early = due(cara);
        sql.change("UPDATE erasure SET due_at = now() + interval '1 h' WHERE id = ?", early);
        Someone omar = people.carer();
        due(omar);
        omar.asks().delete("/v1/me/erasure").then().statusCode(204);

        eraser.eraseDue();

        cara.asks().get("/v1/me").then().statusCode(200);
        omar.asks().get("/v1/me").then().statusCode(200);
    }

    @Test
    void instances_at_once_erase_once_and_a_disabled_account_too() {
        sql.change("UPDATE account SET disabled_at = now() WHERE id = ?", cara.id());
        UUID erasure = due(cara);

        Race.of(4, i -> (Callable<Boolean>) () -> {
            eraser.eraseDue();
            return true;
        });

        assertThat(facts(cara.id())).hasSize(1);
        assertThat(sql.rows("SELECT service FROM erasure_report WHERE erasure_id = ?", erasure))
                .hasSize(1);
        assertThat(sql.rows("SELECT id FROM audit_entry WHERE act = 'ACCOUNT_ERASED' AND account_id = ?", cara.id()))
                .hasSize(1);
    }

    @Test
    void it_is_told_once_more_when_the_last_token_from_before_has_ended() {
        UUID erasure = due(cara);
        eraser.eraseDue();
        secondTelling.tell();
        assertThat(facts(cara.id())).hasSize(1);

        sql.change("UPDATE erasure SET erased_at = erased_at - interval '16 minutes' WHERE id = ?", erasure);
        Race.of(4, i -> (Callable<Boolean>) () -> {
            secondTelling.tell();
            return true;
        });

        assertThat(facts(cara.id())).hasSize(2).containsOnly("account.erased {\"id\": \"" + cara.id() + "\"}");
        assertThat(sql.rows("SELECT DISTINCT version FROM outbox WHERE aggregateid = ?", cara.id()))
                .hasSize(2);
    }

    @Test
    void an_instructor_goes_with_profile_and_clients() {
        Someone ines = people.instructor();
        JsonPath client = ines.makesClient("classes:write");
        due(ines);

        eraser.eraseDue();

        Someone.nobody().get("/v1/instructors/" + ines.id()).then().statusCode(404);
        Someone.nobody()
                .contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(client.getString("id"), client.getString("secret"))
                .body("grant_type=client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(401);
    }

    @Test
    void the_report_is_complete_once_each_service_has_said_what_it_did() {
        UUID erasure = due(cara);
        eraser.eraseDue();
        OtherServices.away().add("bookings");
        OtherServices.erased().add("bookings" + cara.id());

        reports.collect();
        report(erasure)
                .body("state", equalTo("ERASED"))
                .body("services.service", contains("user-service", "course-service", "booking-service"))
                .body("services[1].doneAt", nullValue())
                .body("services[2].doneAt", nullValue());

        OtherServices.away().clear();
        reports.collect();
        report(erasure).body("services[1].doneAt", nullValue()).body("services[2].did.namesLeft", equalTo(0));

        OtherServices.erased().add("courses" + cara.id());
        reports.collect();
        reports.collect();
        report(erasure).body("services[1].did.namesLeft", equalTo(0));
    }

    private io.restassured.response.ValidatableResponse report(UUID erasure) {
        return people.admin().asks().get("/v1/admin/erasures/" + erasure).then().statusCode(200);
    }

    private String child(String name) {
        return cara.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("name", name, "bornOn", "2026-09-01"))
                .post("/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private UUID due(Someone who) {
        UUID id = UUID.randomUUID();
        sql.change(
                """
                INSERT INTO erasure (id, account_id, state, asked_at, due_at)
                VALUES (?, ?, 'PLANNED', now() - interval '7 d', now() - interval '1 s')""",
                id,
                who.id());
        return id;
    }

    private List<String> facts(UUID subject) {
        return sql
                .rows(
                        "SELECT type || ' ' || payload::text AS fact FROM outbox WHERE aggregateid = ? ORDER BY position",
                        subject)
                .stream()
                .map(row -> (String) row.get("fact"))
                .toList();
    }
}
