package org.bearhug.user.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConsentsTest {

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
    void nothing_is_allowed_until_somebody_says_so() {
        cara.asks()
                .get("/v1/me/consents")
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"")
                .body("items.consent", contains("PHOTOS", "RECORDINGS", "MARKETING", "MEET_OTHER_PARENTS"))
                .body("items.given", everyItem(equalTo(false)))
                .body("items[0].history", hasSize(0));
    }

    @Test
    void each_change_of_mind_is_kept_with_its_words_and_place() {
        set("\"v0\"", Map.of("photos", true, "textVersion", "2026-11"))
                .statusCode(200)
                .header("ETag", "\"v1\"");
        set("\"v1\"", Map.of("photos", true, "marketing", true)).statusCode(200);
        set("\"v2\"", Map.of("marketing", true, "textVersion", "2027-01", "source", "settings"))
                .statusCode(200)
                .body("items.given", contains(false, false, true, false))
                .body("items[0].history.given", contains(false, true))
                .body("items[0].history.textVersion", contains("2027-01", "2026-11"))
                .body("items[0].history.source", contains("settings", "test"))
                .body("items[2].history", hasSize(1));

        assertThat(sql.<String>one(
                        "SELECT payload->>'consents' FROM outbox WHERE aggregateid = ? ORDER BY position DESC LIMIT 1",
                        cara.id()))
                .isEqualTo("[\"MARKETING\"]");
        assertThat(sql.rows("SELECT id FROM audit_entry WHERE act = 'CONSENT_CHANGED' AND account_id = ?", cara.id()))
                .hasSize(3);
    }

    @Test
    void what_changes_nothing_is_not_kept() {
        set("\"v0\"", Map.of("photos", true)).statusCode(200);
        set("\"v1\"", Map.of("photos", true, "source", "settings"))
                .statusCode(200)
                .header("ETag", "\"v1\"");

        assertThat(sql.rows("SELECT id FROM consent_change WHERE account_id = ?", cara.id()))
                .hasSize(1);
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        set(null, Map.of("photos", true)).statusCode(428);
        set("\"v7\"", Map.of("photos", true)).statusCode(412).body("code", equalTo("version-conflict"));

        List<Integer> answers = Race.of(
                5, i -> () -> set("\"v0\"", Map.of("photos", true)).extract().statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(sql.rows("SELECT id FROM consent_change WHERE account_id = ?", cara.id()))
                .hasSize(1);
    }

    @Test
    void the_history_has_an_end() {
        sql.change(
                """
                INSERT INTO consent_change (id, account_id, consent, given, text_version, source, changed_at)
                SELECT uuidv7(), ?, 'PHOTOS', n % 2 = 0, '1', 'test', now() FROM generate_series(1, ?) AS n""",
                cara.id(), Consents.LIMIT);

        set("*", Map.of("photos", true)).statusCode(409).body("code", equalTo("too-many-changes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "recordings", "marketing", "meetOtherParents", "textVersion", "source"})
    void all_has_to_be_said(String missing) {
        Map<String, Object> wish = wish(Map.of());
        wish.remove(missing);

        put("*", wish).statusCode(400).body("errors[0].pointer", equalTo("#/" + missing));
        put("*", wish(Map.of(missing, "two words"))).statusCode(400);
    }

    private ValidatableResponse set(String ifMatch, Map<String, ?> changes) {
        return put(ifMatch, wish(changes));
    }

    private static Map<String, Object> wish(Map<String, ?> changes) {
        Map<String, Object> wish = new HashMap<>(
                Map.of("photos", false, "recordings", false, "marketing", false, "meetOtherParents", false));
        wish.putAll(Map.of("textVersion", "1", "source", "test"));
        wish.putAll(changes);
        return wish;
    }

    private ValidatableResponse put(String ifMatch, Map<String, ?> wish) {
        var request = cara.asks().body(wish);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/me/consents")
                .then();
    }
}
