package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bearhug.testing.Person;
import org.bearhug.testing.Pieces;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void a_violated_constraint_names_each_field_by_its_pointer() {
        post("{\"stars\": 10, \"tags\": [{\"name\": \"fine\"}, {\"name\": \"too long\"}]}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("type", equalTo("urn:bearhug:problem:invalid-request"))
                .body("title", equalTo("Invalid request"))
                .body("status", equalTo(400))
                .body("errors.pointer", hasItems("#/text", "#/stars", "#/tags/1/name"))
                .body("violations", nullValue());
        post("{\"text\": \"a\", \"tags\": [{\"name\": \"fine\"}, null]}")
                .statusCode(400)
                .body("errors.pointer", contains("#/tags/1"));
    }

    @Test
    void a_wrong_parameter_is_named() {
        given().get("/v1/notes?limit=101").then().statusCode(400).body("errors.pointer", hasItem("?limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=many", "limit=1.5", "limit=99999999999"})
    void a_parameter_that_cannot_be_read_is_the_senders_mistake(String query) {
        given().get("/v1/notes?" + query).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"a\", \"colour\": \"red\"}      | #/colour",
                "{\"text\": \"a\", \"stars\": \"3\"}         | #/stars",
                "{\"text\": \"a\", \"stars\": 3.5}           | #/stars",
                "{\"text\": 7}                               | #/text",
                "{\"text\": true}                            | #/text",
                "{\"text\": [\"a\"]}                         | #/text",
                "{\"text\": \"a\\u0000b\"}                   | #/text",
                "{\"tags\": [{\"name\": \"a\"}, {\"nam\": 1}]} | #/tags/1/nam",
                "[]                                          | #",
                "\"text\"                                    | #",
                "{\"text\": \"a\", \"text\": \"b\"}          | #",
                "{\"text\": \"a\"} x                         | #",
                "{\"text\":                                  | #",
            })
    void a_body_that_cannot_be_read_is_the_senders_mistake(String body, String pointer) {
        post(body.strip())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("detail", not(containsString("bearhug")));
    }

    @Test
    void what_a_record_refuses_is_told_in_its_words() {
        post("{\"text\": \"a\", \"tags\": [{\"name\": \"never\"}]}")
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("detail", equalTo("Never say never."))
                .body("errors.pointer", contains("#/name"));
    }

    @Test
    void an_empty_body_is_refused() {
        post("").statusCode(400).body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/notes", "/v1/notes/tags"})
    void a_body_of_another_kind_is_refused(String path) {
        given().auth()
                .oauth2(Person.CARA.token())
                .contentType("text/plain")
                .body("x")
                .post(path)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/", ";", "application/json, x", "a/b;q=much"})
    void whoever_takes_no_kind_that_there_is_has_no_effect(String accept) {
        String name = UUID.randomUUID().toString().substring(31);

        given().contentType("application/json")
                .header("Accept", accept)
                .body("{\"name\": \"" + name + "\"}")
                .post("/v1/notes/tags")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"));
        assertThat(new Sql(database).rows("SELECT 1 FROM note WHERE text = ?", name))
                .isEmpty();
    }

    @Test
    void a_deep_body_and_a_long_body_are_refused() {
        post("{\"tags\": " + "[".repeat(100) + "]".repeat(100) + "}").statusCode(400);
        post("{\"text\": \"" + "a".repeat(300_000) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
    }

    @Test
    void a_body_that_does_not_say_its_length_may_be_as_long_as_another() throws Exception {
        HttpResponse<String> taken = inPieces("{\"text\": \"" + "a".repeat(150_000) + "\"}");
        HttpResponse<String> refused = inPieces("{\"text\": \"" + "a".repeat(3_000_000) + "\"}");

        // It was read, and its text is too long for a note.
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("#/text");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void by_another_version_of_http_it_is_read_as_well() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        // The first request changes to the other version, those after it begin with it.
        for (int nth = 0; nth < 2; nth++) {
            HttpResponse<String> head = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/notes"))
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(head.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(head.statusCode()).isLessThan(500);
        }
        HttpResponse<String> taken = Pieces.post(
                HttpClient.Version.HTTP_2,
                "/v1/notes",
                Person.CARA.token(),
                "application/json",
                "{\"text\": \"" + "a".repeat(150_000) + "\"}");

        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("#/text");
    }

    @Test
    void whoever_sends_on_and_on_is_hung_up_on() {
        byte[] piece = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket("localhost", RestAssured.port)) {
                        OutputStream out = socket.getOutputStream();
                        out.write("POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                        for (int sent = 0; sent < 1_000; sent++) {
                            out.write(piece);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> inPieces(String body) throws IOException, InterruptedException {
        return Pieces.post("/v1/notes", Person.CARA.token(), "application/json", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1/notes/faults/a/b", "/v1/notes/me/%00"})
    void what_is_not_there_is_not_found(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Person.CARA.token())
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void a_malformed_id_is_not_found() {
        given().auth()
                .oauth2(Person.CARA.token())
                .contentType("application/json")
                .body("{\"text\": \"a\"}")
                .put("/v1/notes/not-an-id")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void another_method_is_not_allowed() {
        given().delete("/v1/notes").then().statusCode(405).body("code", equalTo("method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-connection", "slow-statement"})
    void a_database_that_does_not_answer_is_worth_another_try(String fault) {
        given().get("/v1/notes/faults/" + fault)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-unavailable"));
    }

    @Test
    void a_text_that_cannot_be_stored_is_the_senders_mistake() {
        given().urlEncodingEnabled(false)
                .get("/v1/notes/faults/echo?text=a%00b")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void a_fault_of_ours_tells_nothing_of_the_inside() {
        given().get("/v1/notes/faults/other")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("internal-error"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_refusal_carries_its_code_and_its_facts() {
        post("{\"text\": \"refused\"}")
                .statusCode(409)
                .body("code", equalTo("note-refused"))
                .body("title", equalTo("Note refused"))
                .body("id", notNullValue());
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        change(null).statusCode(428);
        change("\"v2\"").statusCode(412).body("code", equalTo("version-conflict"));
        change("W/\"v3\"").statusCode(412);
        change("\"v3\"").statusCode(204);
        change("\"v2\", \"v3\"").statusCode(204);
    }

    private static ValidatableResponse change(String ifMatch) {
        var request = given().auth().oauth2(Person.CARA.token()).contentType("application/json");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .body("{\"text\": \"a\"}")
                .put("/v1/notes/" + UUID.randomUUID())
                .then();
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Person.CARA.token())
                .contentType("application/json")
                .body(body)
                .post("/v1/notes")
                .then();
    }
}
