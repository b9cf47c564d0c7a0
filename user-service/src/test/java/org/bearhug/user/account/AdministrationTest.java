package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
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
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdministrationTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone ada;

    @BeforeEach
    void an_admin() {
        sql = new Sql(database);
        ada = people.admin();
    }

    @Test
    void accounts_are_found_by_the_beginning_of_the_address() {
        Someone cara = people.carer();
        String beginning = cara.email().substring(0, 12);

        search(beginning)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(cara.id().toString()))
                .body("items[0].email", equalTo(cara.email()))
                .body("items[0].disabledAt", nullValue());
        search(beginning.toUpperCase(java.util.Locale.ROOT)).body("items", hasSize(1));
        search("nobody-begins-so").body("items", empty());
        search("%25").body("items", empty());
        search("_").body("items", empty());
        assertThat(acts(ada)).contains("ACCOUNTS_READ");
    }

    @Test
    void accounts_come_in_pages() {
        people.carer();
        people.carer();
        JsonPath first = ada.asks()
                .get("/v1/admin/accounts?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath();

        ada.asks()
                .get("/v1/admin/accounts?limit=1&cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(200)
                .body("items[0].id", org.hamcrest.Matchers.greaterThan(first.getString("items[0].id")));
        ada.asks().get("/v1/admin/accounts?cursor=x").then().statusCode(400);
        ada.asks().get("/v1/admin/accounts?limit=101").then().statusCode(400);
    }

    @Test
    void who_is_disabled_is_put_out_at_once_and_does_not_come_in_again() {
        Someone cara = people.carer();
        String cookie = cara.logIn();

        act(cara.id(), "disable").statusCode(200).body("disabledAt", notNullValue());

        assertThat(sql.rows("SELECT id FROM login_session WHERE account_id = ?", cara.id()))
                .isEmpty();
        Someone.nobody()
                .cookie("bearhug_refresh", cookie)
                .post("/v1/login/refresh")
                .then()
                .statusCode(401);
        logIn(cara).statusCode(403).body("code", equalTo("account-disabled"));
        Someone.nobody()
                .body(Map.of("email", cara.email(), "password", "a wrong password"))
                .post("/v1/login")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-credentials"));
        cara.asks().get("/v1/me").then().statusCode(401);
        assertThat(fact(cara.id())).contains("\"disabled\": true");

        act(cara.id(), "disable").statusCode(200);
        act(cara.id(), "enable").statusCode(200).body("disabledAt", nullValue());
        logIn(cara).statusCode(200);
        assertThat(fact(cara.id())).contains("\"disabled\": false");
        assertThat(acts(cara)).containsSubsequence("ACCOUNT_DISABLED", "ACCOUNT_ENABLED");
        assertThat(acts(cara).stream().filter("ACCOUNT_DISABLED"::equals)).hasSize(1);
    }

    @Test
    void the_clients_of_who_is_disabled_get_no_tokens() {
        Someone ines = people.instructor();
        JsonPath client = ines.makesClient("classes:write");
        token(client).statusCode(200);

        act(ines.id(), "disable").statusCode(200);
        token(client).statusCode(401);
        Someone.nobody().get("/v1/instructors/" + ines.id()).then().statusCode(404);

        act(ines.id(), "enable").statusCode(200);
        token(client).statusCode(200);
    }

    @Test
    void an_admin_does_not_lock_the_own_door() {
        act(ada.id(), "disable").statusCode(409).body("code", equalTo("own-account"));
        act(UUID.randomUUID(), "disable").statusCode(404);
        act(UUID.randomUUID(), "enable").statusCode(404);

        ada.asks().get("/v1/me").then().statusCode(200);
    }

    @Test
    void an_instructor_is_approved_once() {
        Someone ines = people.instructor();
        sql.change("UPDATE account SET approved = false WHERE id = ?", ines.id());
        ines.asks().get("/v1/me").then().body("approved", equalTo(false));

        act(ines.id(), "approve").statusCode(200).body("approved", equalTo(true));
        act(ines.id(), "approve").statusCode(200);

        assertThat(fact(ines.id())).contains("\"approved\": true");
        assertThat(acts(ines)).containsExactly("INSTRUCTOR_APPROVED");
        act(people.carer().id(), "approve").statusCode(409).body("code", equalTo("not-an-instructor"));
        act(UUID.randomUUID(), "approve").statusCode(404);
    }

    @Test
    void a_retry_with_the_same_key_is_as_once() {
        Someone cara = people.carer();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            ada.asks()
                    .header("Idempotency-Key", key)
                    .post("/v1/admin/accounts/" + cara.id() + "/disable")
                    .then()
                    .statusCode(200);
        }
        assertThat(sql.rows("SELECT id FROM outbox WHERE aggregateid = ?", cara.id()))
                .hasSize(1);
    }

    private ValidatableResponse search(String beginning) {
        return ada.asks().get("/v1/admin/accounts?email=" + beginning).then();
    }

    private ValidatableResponse act(UUID id, String what) {
        return ada.asks().post("/v1/admin/accounts/" + id + "/" + what).then();
    }

    private static ValidatableResponse logIn(Someone who) {
        return Someone.nobody().body(who.credentials()).post("/v1/login").then();
    }

    private static ValidatableResponse token(JsonPath client) {
        return Someone.nobody()
                .contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(client.getString("id"), client.getString("secret"))
                .body("grant_type=client_credentials")
                .post("/oauth/token")
                .then();
    }

    private List<String> acts(Someone who) {
        return sql.rows("SELECT act FROM audit_entry WHERE account_id = ? ORDER BY id", who.id()).stream()
                .map(row -> (String) row.get("act"))
                .toList();
    }

    private String fact(UUID id) {
        return sql.one("SELECT payload::text FROM outbox WHERE aggregateid = ? ORDER BY position DESC LIMIT 1", id);
    }
}
