package org.bearhug.user.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChildrenTest {

    private static final LocalDate BORN = LocalDate.now().minusWeeks(9);

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
    void a_child_is_added_and_told() {
        String id = add(Map.of("name", " Mila ", "bornOn", BORN.toString()))
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("name", equalTo("Mila"))
                .body("bornOn", equalTo(BORN.toString()))
                .body("dueOn", nullValue())
                .extract()
                .path("id");

        cara.asks().get("/v1/me/children/" + id).then().statusCode(200).header("ETag", "\"v0\"");
        assertThat(facts(id)).hasSize(1);
        assertThat(facts(id).get(0)).containsEntry("type", "child.changed").containsEntry("version", 0L);
        assertThat((String) facts(id).get(0).get("payload"))
                .contains("\"carerId\": \"" + cara.id() + "\"", "\"name\": \"Mila\"", BORN.toString())
                .doesNotContain("dueOn");
    }

    @Test
    void the_answer_says_where_the_child_is() {
        ValidatableResponse added = add(Map.of("name", "Mila", "bornOn", BORN.toString()));

        String id = added.extract().path("id");
        added.header("Location", endsWith("/v1/me/children/" + id));
    }

    @Test
    void children_are_listed_in_the_order_they_were_entered() {
        added("Mila");
        added("Ben");
        people.carer()
                .asks()
                .body(Map.of("name", "Nils", "bornOn", BORN.toString()))
                .post("/v1/me/children");

        cara.asks()
                .get("/v1/me/children")
                .then()
                .statusCode(200)
                .body("items.name", contains("Mila", "Ben"))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_change_is_kept_and_told() {
        String id = added("Mila");

        change(id, "\"v0\"", Map.of("dueOn", BORN.plusWeeks(5).toString()))
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("name", equalTo("Mila"))
                .body("dueOn", equalTo(BORN.plusWeeks(5).toString()));
        change(id, "\"v1\"", Map.of()).statusCode(200).header("ETag", "\"v1\"");

        assertThat(facts(id)).extracting(fact -> fact.get("version")).containsExactly(0L, 1L);
        assertThat((String) facts(id).get(1).get("payload")).contains("dueOn");
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        String id = added("Mila");

        change(id, null, Map.of("name", "Ben")).statusCode(428).body("code", equalTo("precondition-required"));
        change(id, "\"v4\"", Map.of("name", "Ben")).statusCode(412).body("code", equalTo("version-conflict"));

        assertThat(sql.<String>one("SELECT name FROM child WHERE id = ?::uuid", id))
                .isEqualTo("Mila");
    }

    @Test
    void an_erased_child_is_gone_and_the_others_are_told() {
        String id = added("Mila");

        cara.asks().delete("/v1/me/children/" + id).then().statusCode(204);

        cara.asks().get("/v1/me/children/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        cara.asks().delete("/v1/me/children/" + id).then().statusCode(404);
        assertThat(sql.rows("SELECT id FROM child WHERE id = ?::uuid", id)).isEmpty();
        assertThat(facts(id).get(1)).containsEntry("type", "child.erased").containsEntry("version", 1L);
        assertThat((String) facts(id).get(1).get("payload"))
                .contains(cara.id().toString())
                .doesNotContain("Mila");
    }

    @Test
    void another_carers_child_is_not_there() {
        String id = added("Mila");
        Someone omar = people.carer();

        omar.asks().get("/v1/me/children/" + id).then().statusCode(404);
        omar.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Ben"))
                .patch("/v1/me/children/" + id)
                .then()
                .statusCode(404);
        omar.asks().delete("/v1/me/children/" + id).then().statusCode(404);
        omar.asks().get("/v1/me/children").then().body("items", hasSize(0));

        assertThat(sql.<String>one("SELECT name FROM child WHERE id = ?::uuid", id))
                .isEqualTo("Mila");
    }

    @Test
    void a_retry_with_the_same_key_adds_one_child() {
        String key = UUID.randomUUID().toString();
        Map<String, String> mila = Map.of("name", "Mila", "bornOn", BORN.toString());

        String first = once(key, mila).statusCode(201).extract().path("id");
        String again = once(key, mila).statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        once(key, Map.of("name", "Ben", "bornOn", BORN.toString()))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        cara.asks().get("/v1/me/children").then().body("items.name", contains("Mila"));
        assertThat(facts(first)).hasSize(1);
    }

    private ValidatableResponse once(String key, Map<String, String> child) {
        return cara.asks()
                .header("Idempotency-Key", key)
                .body(child)
                .post("/v1/me/children")
                .then();
    }

    private String added(String name) {
        return add(Map.of("name", name, "bornOn", BORN.toString()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse add(Map<String, String> child) {
        return cara.asks().body(child).post("/v1/me/children").then();
    }

    private ValidatableResponse change(String id, String ifMatch, Map<String, String> change) {
        var request = cara.asks().body(change);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/v1/me/children/" + id)
                .then();
    }

    private List<Map<String, Object>> facts(String child) {
        return sql.rows(
                "SELECT type, version, payload::text AS payload FROM outbox WHERE aggregateid = ?::uuid ORDER BY position",
                child);
    }
}
