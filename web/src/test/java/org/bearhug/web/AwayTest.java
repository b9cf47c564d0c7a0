package org.bearhug.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class AwayTest {

    @TestHTTPResource("/")
    URL door;

    @ParameterizedTest
    @ValueSource(strings = {"/api/bookings/v1/bookings", "/api/users/v1/hang"})
    void a_service_that_is_away_or_hangs_is_a_problem_with_a_time_to_come_back(String path) {
        given().contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("service-unavailable"))
                .body("detail", containsString("-service does not answer"));
    }

    @Test
    void one_that_is_away_takes_nobody_else_along() {
        given().get("/api/bookings/v1/bookings").then().statusCode(503);
        given().get("/api/courses/v1/courses").then().statusCode(200);
        given().get("/").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void half_an_answer_does_not_look_like_a_whole_one() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door.toURI().resolve("/api/users/v1/half"))
                .timeout(Duration.ofSeconds(5))
                .build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    /** Each side sends its second half only when it has the other's first. */
    @Test
    void both_ways_are_streams() throws IOException {
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/users/v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + 2 * Upstreams.CHUNK.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Upstreams.CHUNK);
            out.flush();
            String first = readUntil(socket, "xxx");
            assertThat(first).startsWith("HTTP/1.1 200");

            out.write(Upstreams.CHUNK);
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("x".repeat(Upstreams.CHUNK.length));
        }
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            byte[] read = new byte[512];
            int count = socket.getInputStream().read(read);
            assertThat(count).isPositive();
            text.append(new String(read, 0, count, StandardCharsets.US_ASCII));
        }
        return text.toString();
    }
}
