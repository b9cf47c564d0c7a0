package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @Test
    void one_reads_ones_own_account() {
        cara.asks()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"")
                .body("id", equalTo(cara.id().toString()))
                .body("email", equalTo(cara.email()))
                .body("role", equalTo("CARER"))
                .body("passwordHash", nullValue());
    }

    @Test
    void a_change_is_kept_and_told() {
        change("\"v0\"", Map.of("name", "  Cara Berg ", "timeZone", "Europe/Oslo", "locale", "nb-NO"))
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("name", equalTo("Cara Berg"));

        cara.asks().get("/v1/me").then().header("ETag", "\"v1\"").body("timeZone", equalTo("Europe/Oslo"));
        assertThat(facts()).hasSize(1);
        assertThat(facts().get(0)).containsEntry("type", "account.changed").containsEntry("version", 1L);
        assertThat((String) facts().get(0).get("payload")).contains("Cara Berg", "Europe/Oslo", "nb-NO", cara.email());
    }

    @Test
    void a_change_that_changes_nothing_tells_nobody() {
        change("\"v0\"", Map.of()).statusCode(200).header("ETag", "\"v0\"");
        change("\"v0\"", Map.of("name", cara.name())).statusCode(200).header("ETag", "\"v0\"");

        assertThat(facts()).isEmpty();
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        change(null, Map.of("name", "Other")).statusCode(428).body("code", equalTo("precondition-required"));
        change("\"v7\"", Map.of("name", "Other")).statusCode(412).body("code", equalTo("version-conflict"));

        assertThat(sql.<String>one("SELECT name FROM account WHERE id = ?", cara.id()))
                .isEqualTo(cara.name());
        assertThat(facts()).isEmpty();
    }

    @Test
    void of_changes_made_at_once_on_one_version_one_is_kept() {
        List<Integer> answers = Race.of(
                6,
                i -> () ->
                        change("\"v0\"", Map.of("name", "Cara " + i)).extract().statusCode());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers.stream().filter(status -> status == 412)).hasSize(5);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused("timeZone", "Europe/Nowhere");
        refused("timeZone", "+02:00");
        refused("name", "  ");
        refused("name", "two\nlines");
        refused("name", "two\u2028lines");
        refused("name", "x".repeat(101));
        refused("locale", "English");

        assertThat(facts()).isEmpty();
    }

    private void refused(String field, String value) {
        change("\"v0\"", Map.of(field, value)).statusCode(400).body("errors[0].pointer", equalTo("#/" + field));
    }

    @Test
    void the_token_of_an_erased_account_is_worth_nothing() {
        sql.change("DELETE FROM account WHERE id = ?", cara.id());

        cara.asks().get("/v1/me").then().statusCode(401).body("code", equalTo("invalid-token"));
        change("\"v0\"", Map.of("name", "Other")).statusCode(401);
    }

    private ValidatableResponse change(String ifMatch, Map<String, String> change) {
        var request = cara.asks().body(change);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/v1/me")
                .then();
    }

    private List<Map<String, Object>> facts() {
        return sql.rows(
                "SELECT type, version, payload::text AS payload FROM outbox WHERE aggregateid = ? ORDER BY position",
                cara.id());
    }
}
