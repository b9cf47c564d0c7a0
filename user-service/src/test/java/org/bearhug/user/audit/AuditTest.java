package org.bearhug.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    Audit audit;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @Test
    void one_reads_what_one_did_and_what_was_done_to_one() {
        Someone ada = people.admin();
        String child = cara.asks()
                .body(Map.of("name", "Mila", "bornOn", "2026-01-01"))
                .post("/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ada.asks().post("/v1/admin/accounts/" + cara.id() + "/disable").then().statusCode(200);
        ada.asks().post("/v1/admin/accounts/" + cara.id() + "/enable").then().statusCode(200);

        String trail = cara.asks()
                .get("/v1/me/audit")
                .then()
                .statusCode(200)
                .body("items.act", contains("ACCOUNT_ENABLED", "ACCOUNT_DISABLED", "CHILD_ADDED"))
                .body("items[0].actorId", equalTo(ada.id().toString()))
                .body("items[2].actorId", equalTo(cara.id().toString()))
                .body("items[2].subjectId", equalTo(child))
                .extract()
                .asString();
        assertThat(trail).doesNotContain("Mila", cara.email(), cara.name());
        ada.asks()
                .get("/v1/me/audit")
                .then()
                .body("items.act", contains("ACCOUNT_ENABLED", "ACCOUNT_DISABLED"))
                .body("items[0].accountId", equalTo(cara.id().toString()));
        people.carer().asks().get("/v1/me/audit").then().body("items", empty());
    }

    @Test
    void an_admin_reads_that_of_all_and_of_one() {
        Someone omar = people.carer();
        note(Act.LOGGED_IN, cara);
        note(Act.LOGIN_FAILED, omar);
        Someone ada = people.admin();

        ada.asks()
                .get("/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items[0].act", equalTo("LOGIN_FAILED"))
                .body("items[1].act", equalTo("LOGGED_IN"));
        ada.asks().get("/v1/admin/audit?account=" + cara.id()).then().body("items.act", contains("LOGGED_IN"));
        ada.asks().get("/v1/admin/audit?account=" + UUID.randomUUID()).then().body("items", empty());
    }

    @Test
    void pages_lose_and_double_nothing() {
        List<Act> acts =
                List.of(Act.LOGGED_IN, Act.LOGGED_OUT, Act.PASSWORD_CHANGED, Act.LOGIN_FAILED, Act.LOGIN_STOLEN);
        acts.forEach(act -> note(act, cara));
        List<String> seen = new ArrayList<>();
        String query = "?limit=2";
        while (query != null) {
            JsonPath page = cara.asks()
                    .get("/v1/me/audit" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.act"));
            query = page.getString("nextCursor") == null ? null : "?limit=2&cursor=" + page.getString("nextCursor");
        }

        assertThat(seen).containsExactly("LOGIN_STOLEN", "LOGIN_FAILED", "PASSWORD_CHANGED", "LOGGED_OUT", "LOGGED_IN");
    }

    @Test
    void what_is_rolled_back_is_not_told() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.note(Act.LOGGED_IN, cara.id());
                    throw new IllegalStateException("after all, no");
                }))
                .hasMessage("after all, no");

        cara.asks().get("/v1/me/audit").then().body("items", empty());
    }

    @Test
    void nothing_is_told_outside_of_a_transaction() {
        assertThatThrownBy(() -> audit.note(Act.LOGGED_IN, cara.id()))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET act = 'OTHER'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
            })
    void it_is_written_once(String change) {
        note(Act.LOGGED_IN, cara);

        assertThatThrownBy(() -> sql.change(change)).hasStackTraceContaining("written once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "limit=0", "limit=101", "account=x"})
    void a_wrong_question_is_refused(String query) {
        people.admin()
                .asks()
                .get("/v1/admin/audit?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    private void note(Act act, Someone who) {
        QuarkusTransaction.requiringNew().run(() -> audit.note(act, who.id()));
    }
}
