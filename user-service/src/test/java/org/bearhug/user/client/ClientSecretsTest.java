package org.bearhug.user.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

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

@QuarkusTest
class ClientSecretsTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    ClientUses uses;

    private Sql sql;
    private Someone ines;
    private JsonPath client;

    @BeforeEach
    void a_client() {
        sql = new Sql(database);
        ines = people.instructor();
        client = ines.makesClient("classes:write");
    }

    @Test
    void a_secret_is_replaced_without_a_gap() {
        String second = add().statusCode(201)
                .header("Cache-Control", "no-store")
                .body("secret", notNullValue())
                .extract()
                .path("secret");
        token(client.getString("secret")).statusCode(200);
        token(second).statusCode(200);

        delete(client.getString("secrets[0].id")).statusCode(204);

        token(client.getString("secret")).statusCode(401);
        token(second).statusCode(200);
        ines.asks()
                .get("/v1/me/api-clients")
                .then()
                .body("items[0].secrets", hasSize(1))
                .body("items[0].secrets[0].size()", equalTo(2));
        add().statusCode(201);
        assertThat(sql.rows("SELECT act FROM audit_entry WHERE account_id = ? ORDER BY id", ines.id()))
                .extracting(row -> row.get("act"))
                .containsExactly("CLIENT_MADE", "SECRET_ADDED", "SECRET_DELETED", "SECRET_ADDED");
    }

    @Test
    void a_client_has_two_secrets_at_most_also_when_they_are_made_at_once() {
        List<Integer> answers = Race.of(6, i -> () -> add().extract().statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        add().statusCode(409).body("code", equalTo("too-many-secrets"));
        assertThat(secrets()).isEqualTo(2);
    }

    /** The negative control is the table itself: without a free number there is no third row. */
    @Test
    void the_table_takes_no_third() {
        add().statusCode(201);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sql.change(
                        """
                        INSERT INTO api_client_secret (client_id, nth, secret_hash, created_at)
                        VALUES (?::uuid, 2, sha256('y'), now())""",
                        client.getString("id")))
                .hasStackTraceContaining("two_secrets_at_most");
    }

    @Test
    void the_last_secret_stays_also_when_both_are_deleted_at_once() {
        String second = add().extract().path("id");
        List<String> both = List.of(client.getString("secrets[0].id"), second);

        List<Integer> answers =
                Race.of(2, i -> () -> delete(both.get(i)).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        assertThat(secrets()).isEqualTo(1);
    }

    @Test
    void what_is_not_ones_own_is_not_there() {
        Someone noor = people.instructor();
        String id = client.getString("id");

        noor.asks().post("/v1/me/api-clients/" + id + "/secrets").then().statusCode(404);
        noor.asks()
                .delete("/v1/me/api-clients/" + id + "/secrets/" + client.getString("secrets[0].id"))
                .then()
                .statusCode(404);
        delete(java.util.UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("not-found"));
        delete(client.getString("secrets[0].id")).statusCode(409).body("code", equalTo("last-secret"));
    }

    @Test
    void a_token_writes_nothing_and_the_use_is_written_once_for_many() {
        for (int i = 0; i < 5; i++) {
            token(client.getString("secret")).statusCode(200);
        }
        assertThat(lastUsed()).isNull();

        uses.write();

        Object written = lastUsed();
        assertThat(written).isNotNull();
        uses.write();
        assertThat(lastUsed()).isEqualTo(written);
    }

    private Object lastUsed() {
        return sql.one("SELECT last_used_at FROM api_client WHERE id = ?::uuid", client.getString("id"));
    }

    private long secrets() {
        return sql.<Long>one(
                "SELECT count(*) FROM api_client_secret WHERE client_id = ?::uuid", client.getString("id"));
    }

    private ValidatableResponse token(String secret) {
        return TokenEndpointTest.token(client.getString("id"), secret, Map.of());
    }

    private ValidatableResponse add() {
        return ines.asks()
                .post("/v1/me/api-clients/" + client.getString("id") + "/secrets")
                .then();
    }

    private ValidatableResponse delete(String secret) {
        return ines.asks()
                .delete("/v1/me/api-clients/" + client.getString("id") + "/secrets/" + secret)
                .then();
    }
}
