package org.bearhug.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class HandingOnTest {

    @Test
    void a_request_reaches_its_service_without_the_prefix() {
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"name\":\"Liv\"}")
                .post("/api/users/v1/me/children?q=a%20b&x=%2F;")
                .then()
                .statusCode(200)
                .body("service", equalTo("users"))
                .body("method", equalTo("POST"))
                .body("target", equalTo("/v1/me/children?q=a%20b&x=%2F;"))
                .body("body", equalTo("{\"name\":\"Liv\"}"))
                .body("headers.content-type", containsString("application/json"));
        given().get("/api/courses/v1/courses")
                .then()
                .statusCode(200)
                .body("service", equalTo("courses"))
                .body("target", equalTo("/v1/courses"));
    }

    @Test
    void a_question_about_a_hundred_sessions_gets_through() {
        String sessions = "session=01a20f98-4e53-7da7-8a6e-c4c9c9e65210&".repeat(100);

        given().get("/api/courses/v1/sessions?" + sessions)
                .then()
                .statusCode(200)
                .body("target.length()", greaterThan(4_500));
    }

    @Test
    void keys_tokens_and_documents_are_reached_too() {
        for (String path : new String[] {"/.well-known/jwks.json", "/oauth/token", "/openapi"}) {
            given().get("/api/users" + path).then().statusCode(200).body("target", equalTo(path));
        }
    }

    @Test
    void where_the_caller_comes_from_is_our_word_and_not_the_callers() {
        given().header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Real-IP", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7;host=evil.example")
                .get("/api/users/v1/me")
                .then()
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", containsString("localhost:"))
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.forwarded", nullValue());
    }

    @Test
    void what_concerns_one_connection_ends_with_it() {
        given().header("Connection", "keep-alive, X-Secret-Hop")
                .header("X-Secret-Hop", "1")
                .header("Proxy-Connection", "keep-alive")
                .header("TE", "trailers")
                .header("Upgrade", "websocket")
                .header("Authorization", "Bearer abc")
                .header("Idempotency-Key", "k-1")
                .get("/api/users/v1/me")
                .then()
                .statusCode(200)
                .body("headers.x-secret-hop", nullValue())
                .body("headers.proxy-connection", nullValue())
                .body("headers.te", nullValue())
                .body("headers.upgrade", not(equalTo("websocket")))
                .body("headers.authorization", equalTo("Bearer abc"))
                .body("headers.idempotency-key", equalTo("k-1"));
        given().get("/api/users/v1/login").then().header("Keep-Alive", nullValue());
    }

    @Test
    void what_has_a_strong_tag_comes_through_byte_for_byte_and_nothing_else_unpacked() throws Exception {
        HttpResponse<byte[]> tagged = packed("/api/users/v1/tagged");
        HttpResponse<byte[]> other = packed("/api/users/v1/me?" + "x".repeat(1_000));

        assertThat(tagged.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(tagged.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(new String(tagged.body(), StandardCharsets.UTF_8)).startsWith("{\"long\":\"xxx");
        assertThat(other.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    /** As a browser asks, and as it comes. */
    private static HttpResponse<byte[]> packed(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + RestAssured.port + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Accept-Encoding", "gzip, deflate, br")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void cookies_come_through_each_on_its_own() {
        var cookies = given().get("/api/users/v1/login")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .headers()
                .getValues("Set-Cookie");
        org.hamcrest.MatcherAssert.assertThat(
                cookies, hasItems("bearhug_refresh=a; Path=/; HttpOnly", "second=b; Path=/"));
        org.hamcrest.MatcherAssert.assertThat(cookies, hasSize(2));
    }

    @Test
    void a_location_is_one_that_arrives() {
        created("/v1/courses/7").header("Location", "/api/courses/v1/courses/7");
        created("OWN/v1/courses/7").header("Location", "/api/courses/v1/courses/7");
        created("https://call.example/j/1").header("Location", "https://call.example/j/1");
        created("https://call.example/v1/courses/7").header("Location", "https://call.example/v1/courses/7");
        created("//call.example/v1/courses/7").header("Location", "//call.example/v1/courses/7");
    }

    private static io.restassured.response.ValidatableResponse created(String location) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/api/courses/v1/created?" + location)
                .then()
                .statusCode(201);
    }

    @Test
    void an_answer_without_a_body_stays_one() {
        given().delete("/api/users/v1/nothing")
                .then()
                .statusCode(204)
                .header("Transfer-Encoding", nullValue())
                .body(equalTo(""));
        given().head("/api/users/v1/me").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void large_headers_fit_and_too_large_ones_are_refused() {
        given().header("X-Large", "l".repeat(12_000))
                .get("/api/users/v1/wide")
                .then()
                .statusCode(200)
                .header("X-Wide", "w".repeat(12_000));
        given().header("X-Large", "l".repeat(20_000))
                .get("/api/users/v1/me")
                .then()
                .statusCode(431);
    }
}
