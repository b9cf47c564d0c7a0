package org.bearhug.user.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApiClientsTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    ClientUses uses;

    private Sql sql;
    private Someone ines;

    @BeforeEach
    void an_instructor() {
        sql = new Sql(database);
        ines = people.instructor();
    }

    @Test
    void a_client_is_made_and_its_secret_told_once() {
        JsonPath made = make("website", "classes:write", "bookings:read")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("secret", notNullValue())
                .extract()
                .jsonPath();

        String row = sql.rows(
                        "SELECT c::text, s::text AS s FROM api_client c JOIN api_client_secret s ON s.client_id = c.id"
                                + " WHERE c.id = ?::uuid",
                        made.getString("id"))
                .toString();
        assertThat(row).contains("website").doesNotContain(made.getString("secret"));
        ines.asks()
                .get("/v1/me/api-clients")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].scopes", contains("classes:write", "bookings:read"))
                .body("items[0].secret", nullValue())
                .body("items[0].lastUsedAt", nullValue());
    }

    @Test
    void a_client_acts_for_its_owner_within_its_scopes_and_its_use_is_seen() {
        JsonPath made = make("website", "classes:write").extract().jsonPath();

        String token = TokenEndpointTest.token(made.getString("id"), made.getString("secret"), Map.of())
                .statusCode(200)
                .body("scope", equalTo("classes:write"))
                .extract()
                .path("access_token");

        assertThat(TokenEndpointTest.claims(token).getString("sub"))
                .isEqualTo(ines.id().toString());
        assertThat(TokenEndpointTest.claims(token).getString("groups")).isNull();
        Someone.nobody().auth().oauth2(token).get("/v1/me").then().statusCode(403);
        ines.asks().get("/v1/me/api-clients").then().body("items[0].lastUsedAt", nullValue());
        uses.write();
        ines.asks().get("/v1/me/api-clients").then().body("items[0].lastUsedAt", notNullValue());
    }

    @Test
    void a_deleted_client_gets_no_more_tokens() {
        JsonPath made = make("website", "classes:write").extract().jsonPath();

        ines.asks().delete("/v1/me/api-clients/" + made.getString("id")).then().statusCode(204);

        TokenEndpointTest.token(made.getString("id"), made.getString("secret"), Map.of())
                .statusCode(401);
        ines.asks()
                .delete("/v1/me/api-clients/" + made.getString("id"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void another_instructors_client_is_not_there() {
        String id = make("website", "classes:write").extract().path("id");
        Someone noor = people.instructor();

        noor.asks().delete("/v1/me/api-clients/" + id).then().statusCode(404);
        noor.asks().get("/v1/me/api-clients").then().body("items", hasSize(0));

        assertThat(sql.rows("SELECT id FROM api_client WHERE id = ?::uuid", id)).hasSize(1);
    }

    @Test
    void two_clients_of_one_owner_have_two_names() {
        make("website", "classes:write").statusCode(201);

        make(" website ", "bookings:read").statusCode(409).body("code", equalTo("name-taken"));

        people.instructor()
                .asks()
                .body(Map.of("name", "website", "scopes", List.of("classes:write")))
                .post("/v1/me/api-clients")
                .then()
                .statusCode(201);
    }

    @Test
    void one_owner_has_ten_clients_at_most_also_when_they_are_made_at_once() {
        for (int i = 1; i < ApiClient.LIMIT; i++) {
            make("client " + i, "classes:write").statusCode(201);
        }

        List<Integer> answers = Race.of(
                5, i -> () -> make("late " + i, "classes:write").extract().statusCode());

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers).containsOnly(201, 409);
        make("one more", "classes:write").statusCode(409).body("code", equalTo("too-many-api-clients"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\": \"a\"}', #/scopes",
        "'{\"name\": \"a\", \"scopes\": []}', #/scopes",
        "'{\"name\": \"a\", \"scopes\": [\"admin\"]}', #/scopes/0",
        "'{\"name\": \"a\", \"scopes\": [\"classes:write\", \"meetings:join\"]}', #/scopes/1",
        "'{\"name\": \"a\", \"scopes\": [\"seats:write\"]}', #/scopes/0",
        "'{\"name\": \"a\", \"scopes\": [null]}', #/scopes/0",
        "'{\"name\": \" \", \"scopes\": [\"classes:write\"]}', #/name",
        "'{\"scopes\": [\"classes:write\"]}', #/name",
    })
    void a_client_that_makes_no_sense_is_refused(String body, String pointer) {
        List<String> pointers = ines.asks()
                .body(body)
                .post("/v1/me/api-clients")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("errors.pointer");

        assertThat(pointers).anyMatch(named -> named.startsWith(pointer));
        assertThat(sql.rows("SELECT id FROM api_client WHERE account_id = ?", ines.id()))
                .isEmpty();
    }

    private ValidatableResponse make(String name, String... scopes) {
        return ines.asks()
                .body(Map.of("name", name, "scopes", List.of(scopes)))
                .post("/v1/me/api-clients")
                .then();
    }
}
