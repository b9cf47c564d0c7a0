package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginTest {

    @Inject
    People people;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void whoever_knows_the_password_gets_a_token_and_a_cookie() throws IOException {
        Someone ines = people.instructor();

        ExtractableResponse<Response> answer = logIn(ines.email(), Someone.PASSWORD, 200);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().getValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/"))
                .anySatisfy(cookie -> assertThat(cookie).contains("bearhug_refresh=", "Max-Age=2592000"))
                .anySatisfy(cookie -> assertThat(cookie).contains("bearhug_device=", "Max-Age=34560000"));
        assertThat(answer.jsonPath().getInt("expiresIn")).isEqualTo(900);
        String token = answer.path("accessToken");
        assertThat(part(token, 0).get("typ").asText()).isEqualTo("at+jwt");
        assertThat(part(token, 0).get("alg").asText()).isEqualTo("RS256");
        JsonNode claims = part(token, 1);
        assertThat(claims.get("iss").asText()).isEqualTo(Tokens.ISSUER);
        assertThat(claims.get("aud").toString()).contains("bearhug");
        assertThat(claims.get("sub").asText()).isEqualTo(ines.id().toString());
        assertThat(claims.get("groups").toString()).isEqualTo("[\"instructor\"]");
        assertThat(claims.get("email").asText()).isEqualTo(ines.email());
        assertThat(claims.get("name").asText()).isEqualTo(ines.name());
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(900);
        nobody().auth().oauth2(token).get("/v1/me").then().statusCode(200);
    }

    private JsonNode part(String token, int index) throws IOException {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_answered_alike() {
        Someone cara = people.carer();

        ExtractableResponse<Response> wrong = logIn(cara.email(), "a wrong password", 401);
        ExtractableResponse<Response> unknown = logIn(People.address(), "a wrong password", 401);

        assertThat(wrong.<String>path("code")).isEqualTo("invalid-credentials");
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
        assertThat(wrong.headers().asList()).isEqualTo(unknown.headers().asList());
        assertThat(wrong.cookies()).isEmpty();
    }

    @Test
    void an_address_is_known_in_any_spelling() {
        Someone cara = people.carer();

        logIn(" " + cara.email().toUpperCase(Locale.ROOT), Someone.PASSWORD, 200);
    }

    @Test
    void the_cookie_is_kept_as_a_hash_alone() {
        Someone cara = people.carer();
        String cookie = cara.logIn();

        String rows = new Sql(database)
                .rows("SELECT s::text FROM login_session s WHERE account_id = ?", cara.id())
                .toString();

        for (String half : cookie.split("\\.")) {
            assertThat(rows).doesNotContain(half);
        }
    }

    @Test
    void only_the_newest_log_ins_are_kept() {
        Someone cara = people.carer();
        Sql sql = new Sql(database);
        String first = cara.logIn();
        sql.change(
                """
                INSERT INTO login_session (account_id, family_hash, token_hash, created_at, rotated_at, expires_at, ends_at)
                SELECT account_id, sha256(n::text::bytea || token_hash), token_hash, now() + interval '1 s', now(), now() + interval '1 d', now() + interval '1 d'
                  FROM login_session, generate_series(1, ?) n WHERE account_id = ?""",
                Logins.AT_ONCE,
                cara.id());
        sql.change("UPDATE login_session SET created_at = created_at - interval '1 h' WHERE account_id = ?", cara.id());

        cara.logIn();

        assertThat(sql.<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id()))
                .isEqualTo(Logins.AT_ONCE);
        RefreshTest.refresh(first).statusCode(401);
    }

    @Test
    void whoever_logs_out_is_out() {
        String cookie = people.carer().logIn();

        String cleared = nobody().cookie("bearhug_refresh", cookie)
                .post("/v1/logout")
                .then()
                .statusCode(204)
                .extract()
                .header("Set-Cookie");

        assertThat(cleared).contains("bearhug_refresh=", "Max-Age=0", "Path=/");
        RefreshTest.refresh(cookie).statusCode(401).body("code", equalTo("invalid-token"));
        nobody().cookie("bearhug_refresh", cookie).post("/v1/logout").then().statusCode(204);
        nobody().cookie("bearhug_refresh", "x").post("/v1/logout").then().statusCode(204);
        nobody().post("/v1/logout").then().statusCode(204);
    }

    @Test
    void another_sites_page_ends_no_log_in() {
        String cookie = people.carer().logIn();

        for (String site : new String[] {"cross-site", "same-site", "same-origin, cross-site"}) {
            nobody().cookie("bearhug_refresh", cookie)
                    .header("Sec-Fetch-Site", site)
                    .post("/v1/logout")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }

        RefreshTest.refresh(cookie).statusCode(200);
    }

    private static ExtractableResponse<Response> logIn(String email, String password, int status) {
        return nobody().body(Map.of("email", email, "password", password))
                .post("/v1/login")
                .then()
                .statusCode(status)
                .extract();
    }
}
