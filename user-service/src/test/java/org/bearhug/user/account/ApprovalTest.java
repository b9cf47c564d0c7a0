package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As with {@code BEARHUG_APPROVE_INSTRUCTORS=true}, for which the application need not start anew. */
@QuarkusTest
class ApprovalTest {

    @Inject
    Accounts accounts;

    @Inject
    People people;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private Sql sql;
    private String email;

    /** A platform that looks at its instructors first. */
    private void approves(boolean instructors) {
        ClientProxy.unwrap(accounts).approveInstructors = instructors;
    }

    @BeforeEach
    void an_address() {
        sql = new Sql(database);
        email = People.address();
        approves(true);
    }

    @AfterEach
    void back_to_the_default() {
        approves(false);
    }

    @Test
    void an_instructor_waits_for_an_admin() {
        ExtractableResponse<Response> in = register("INSTRUCTOR");

        assertThat(approved(in.path("accessToken"))).isFalse();
        asks(in).get("/v1/me").then().body("approved", equalTo(false)).body("role", equalTo("INSTRUCTOR"));
        assertThat(facts()).containsExactly("false");

        people.admin()
                .asks()
                .post("/v1/admin/accounts/" + id() + "/approve")
                .then()
                .statusCode(200)
                .body("approved", equalTo(true));

        asks(in).get("/v1/me").then().body("approved", equalTo(true));
        assertThat(facts()).containsExactly("false", "true");
        String next = nobody().cookie("bearhug_refresh", in.cookie("bearhug_refresh"))
                .post("/v1/login/refresh")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        assertThat(approved(next)).isTrue();
    }

    @Test
    void a_program_may_no_more_than_its_instructor() {
        ExtractableResponse<Response> in = register("INSTRUCTOR");
        JsonPath client = asks(in).body(Map.of("name", "website", "scopes", List.of("classes:write")))
                .post("/v1/me/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(approved(tokenOf(client))).isFalse();

        people.admin().asks().post("/v1/admin/accounts/" + id() + "/approve");

        assertThat(approved(tokenOf(client))).isTrue();
    }

    @Test
    void nobody_but_an_admin_approves_and_instructors_alone_need_it() {
        ExtractableResponse<Response> in = register("INSTRUCTOR");
        String path = "/v1/admin/accounts/" + id() + "/approve";

        asks(in).post(path).then().statusCode(403).body("code", equalTo("forbidden"));
        people.carer().asks().post(path).then().statusCode(403);
        people.instructor().asks().post(path).then().statusCode(403);
        nobody().post(path).then().statusCode(401);
        assertThat(facts()).containsExactly("false");

        email = People.address();
        assertThat(approved(register("CARER").path("accessToken"))).isTrue();
        people.admin()
                .asks()
                .post("/v1/admin/accounts/" + id() + "/approve")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-an-instructor"));
    }

    private ExtractableResponse<Response> register(String role) {
        nobody().body(Map.of(
                        "email", email, "password", Someone.PASSWORD, "name", "Pia", "role", role, "timeZone", "UTC"))
                .post("/v1/accounts")
                .then()
                .statusCode(202);
        nobody().body(Map.of("token", Mailbox.awaitMail(email, 1).token()))
                .post("/v1/accounts/verify")
                .then()
                .statusCode(204);
        return nobody().body(Map.of("email", email, "password", Someone.PASSWORD))
                .post("/v1/login")
                .then()
                .statusCode(200)
                .extract();
    }

    private static RequestSpecification asks(ExtractableResponse<Response> in) {
        return nobody().auth().oauth2(in.path("accessToken"));
    }

    private static String tokenOf(JsonPath client) {
        return nobody().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(client.getString("id"), client.getString("secret"))
                .body("grant_type=client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private boolean approved(String token) {
        try {
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            return claims.required("approved").booleanValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID id() {
        return sql.one("SELECT id FROM account WHERE email = ?", email);
    }

    private List<String> facts() {
        return sql
                .rows(
                        "SELECT payload->>'approved' AS approved FROM outbox WHERE aggregateid = ? ORDER BY position",
                        id())
                .stream()
                .map(row -> (String) row.get("approved"))
                .toList();
    }
}
