package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Pieces;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadInputTest {

    private static final List<String> BODIES = List.of(
            "{'FIELD': 'a\\u0000b'}",
            "{'FIELD': 'a', 'FIELD': 'b'}",
            "{'FIELD': 'a', 'colour': 'red'}",
            "{'FIELD': 7}",
            "{'FIELD': 7.5}",
            "{'FIELD': true}",
            "{'FIELD': ['a']}",
            "{'FIELD': {'a': 1}}",
            "{'FIELD': ''}",
            "{'FIELD': 'LONG'}",
            "{'FIELD': 'DOTS'}",
            "{'FIELD': 'TOO-LONG-FOR-JSON'}",
            "{'FIELD': 'a'} x",
            "{'FIELD': ",
            "[]",
            "'FIELD'",
            "7",
            "null",
            "");

    @Inject
    People people;

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "POST,  /v1/accounts,           email, nobody",
        "POST,  /v1/accounts,           name,  nobody",
        "POST,  /v1/accounts,           timeZone, nobody",
        "POST,  /v1/accounts/verify,    token, nobody",
        "POST,  /v1/login,              email, nobody",
        "POST,  /v1/login,              password, nobody",
        "POST,  /v1/login/magic-link,   email, nobody",
        "POST,  /v1/login/magic-link/redeem, token, nobody",
        "POST,  /v1/passkeys/login,     id, nobody",
        "POST,  /v1/passkeys,           name, carer",
        "POST,  /v1/passkeys,           credential, carer",
        "POST,  /v1/password/forgot,    email, nobody",
        "POST,  /v1/password/reset,     token, nobody",
        "PATCH, /v1/me,                 name,  carer",
        "POST,  /v1/me/children,        name,  carer",
        "POST,  /v1/me/children,        bornOn, carer",
        "PATCH, /v1/me/children/CHILD,  name,  carer",
        "POST,  /v1/me/api-clients,     name,  instructor",
        "POST,  /v1/me/api-clients,     scopes,  instructor",
    })
    void a_bad_body_is_the_senders_mistake(String method, String path, String field, String role) {
        Someone someone = role.equals("instructor") ? people.instructor() : people.carer();
        UUID child = UUID.randomUUID();
        new Sql(database)
                .change(
                        """
                        INSERT INTO child (id, carer_id, name, born_on, created_at, version)
                        VALUES (?, ?, 'Mila', current_date, now(), 0)""",
                        child,
                        someone.id());

        for (String body : BODIES) {
            RequestSpecification caller = role.equals("nobody") ? Someone.nobody() : someone.asks();
            Response answer = caller.header("If-Match", "*")
                    .body(filled(body, field))
                    .request(method, path.replace("CHILD", child.toString()));

            assertThat(answer.statusCode())
                    .as("%s: %s", body, answer.asString())
                    .isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.<String>path("code")).isEqualTo("invalid-request");
            assertThat(answer.asString()).doesNotContain("Exception", "org.bearhug", "jackson");
        }
    }

    private static String filled(String body, String field) {
        return body.replace('\'', '"')
                .replace("FIELD", field)
                .replace("TOO-LONG-FOR-JSON", "a".repeat(201_000))
                .replace("LONG", "a".repeat(100_000))
                .replace("DOTS", "a@" + "a.".repeat(50_000) + "!");
    }

    @Test
    void a_body_of_another_kind_or_size_is_refused() throws Exception {
        Someone cara = people.carer();

        problem(cara.asks().contentType("text/plain").body("x").post("/v1/me/children"), 415, "unsupported-media-type");
        problem(
                cara.asks().contentType("application/xml").body("<x/>").post("/v1/login"),
                415,
                "unsupported-media-type");
        String large = "{\"name\": \"" + "a".repeat(300_000);
        problem(cara.asks().body(large).post("/v1/me/children"), 413, "too-large");
        inPieces("/v1/login", "application/json", large, 413, "\"code\":\"too-large\"");
        inPieces("/oauth/token", "application/x-www-form-urlencoded", large, 413, "\"code\":\"too-large\"");
    }

    @Test
    void a_small_body_that_comes_in_pieces_is_read_as_any_other() throws Exception {
        inPieces("/v1/login", "application/json", "{\"email\": \"x\"}", 400, "#/password");
        // A form without the grant would be another mistake.
        inPieces(
                "/oauth/token",
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials",
                401,
                "invalid_client");
    }

    private static void inPieces(String path, String type, String body, int status, String words) throws Exception {
        HttpResponse<String> answer = Pieces.post(path, null, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void an_id_that_is_none_is_not_there() {
        Someone cara = people.carer();

        for (String id : List.of("x", "%00", "1", "..%2F..", "a".repeat(3000))) {
            problem(cara.asks().get("/v1/me/children/" + id), 404, "not-found");
            problem(Someone.nobody().get("/v1/instructors/" + id), 404, "not-found");
        }
    }

    @Test
    void somebody_who_is_no_instructor_has_no_public_profile() {
        Someone ines = people.instructor();

        Response shown = Someone.nobody().get("/v1/instructors/" + ines.id());
        assertThat(shown.jsonPath().getMap("").keySet()).containsExactlyInAnyOrder("id", "name", "socialLinks");
        assertThat(shown.<String>path("name")).isEqualTo(ines.name());
        problem(Someone.nobody().get("/v1/instructors/" + people.carer().id()), 404, "not-found");
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
