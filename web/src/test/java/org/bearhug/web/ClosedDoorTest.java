package org.bearhug.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class ClosedDoorTest {

    @TestHTTPResource("/")
    URL door;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users/events",
                "/api/users/q/health",
                "/api/courses/q/swagger-ui",
                "/api/bookings/events",
                "/api/users/",
                "/api/users",
                "/api/usersv1/me",
                "/api/courses/oauth/token",
                "/api/courses/.well-known/jwks.json",
                "/api/users/openapis",
                "/api",
                "/api/nobody/v1/x",
                "/nothing-here"
            })
    void what_is_not_for_callers_is_not_found(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("status", equalTo(404))
                .body("type", equalTo("urn:bearhug:problem:not-found"));
    }

    /** Past any client's tidying, since the trick is in the spelling. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users/v1/..%2f..%2fq/health",
                "/api/users/v1/%2Fme",
                "/api/users/v1/a%5Cb",
                "/api/users/v1/a%5cb",
                "/api/users/v1/me;x=1",
                "/api/users/v1/me%3Bx=1",
                "/api/users/v1/me%3bx=1",
                "/api/users/v1/../events",
                "/api/users/v1/./me",
                "/api/users/v1/%2e%2e/events",
                "/api/users/v1/.%2E/events",
                "/api/users/v1/..",
                "/x/../api/users/events",
                "/api/users//v1/me",
                "//api/users/v1/me",
                "/api/users/v1/me%00",
                "/api/users/v1/me%0d%0aX:1",
                "/..%2f",
                "http://localhost/api/users/v1/me"
            })
    void tricky_spellings_are_refused(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-request\"");
    }

    /** The HTTP server refuses these before we see them. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/users/v1/me%", "/api/users/v1/me%zz", "/api/users/v1/a\\b", "/api/users/v1/\""})
    void what_is_no_address_at_all_is_refused(String target) throws IOException {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("html");
    }

    @Test
    void plain_spellings_pass() {
        given().urlEncodingEnabled(false)
                .get("/api/users/v1/a~b/%C3%A9/c.d/x..y?../%2F;%00")
                .then()
                .statusCode(200)
                .body("target", startsWith("/v1/a~b/%C3%A9/c.d/x..y"));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
