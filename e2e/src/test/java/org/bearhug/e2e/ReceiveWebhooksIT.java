package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example that hears webhooks is run from its one source file, and told of a booking by the whole platform. */
class ReceiveWebhooksIT {

    private final Queue<String> printed = new ConcurrentLinkedQueue<>();
    private Process program;

    @AfterEach
    void stop() {
        if (program != null) {
            program.destroy();
        }
    }

    @Test
    void a_booking_is_heard_once_and_what_is_not_signed_is_not_believed() throws Exception {
        Teaching block = Teaching.publish(1, 4);
        Someone ines = block.instructor();
        int port = freePort();
        JsonPath hook = ines.asks()
                .body(Map.of("url", "http://localhost:" + port + "/", "types", List.of("booking.confirmed")))
                .post("/api/bookings/v1/webhook-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        run(hook.getString("secret"), port);
        Someone cara = Someone.carer();

        String booking = cara.bookBlock(block.blockId(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        String deliveries = "/api/bookings/v1/webhook-endpoints/" + hook.getString("id") + "/deliveries";
        await().atMost(Duration.ofSeconds(15)).until(() -> heard().size() == 1);
        assertThat(heard().get(0))
                .contains("\"type\":\"booking.confirmed\"", booking)
                .doesNotContain("Mia", "@");
        await().until(() -> ines.asks().get(deliveries).path("items[0].state"), "DELIVERED"::equals);

        String id = ines.asks().get(deliveries).path("items[0].id");
        ines.asks().post(deliveries + "/" + id + "/resend").then().statusCode(202);
        await().until(() -> ines.asks().get(deliveries).<Integer>path("items[0].attempts") == 2);
        RestAssured.given()
                .header("webhook-id", "x")
                .header("webhook-timestamp", String.valueOf(Instant.now().getEpochSecond()))
                .header("webhook-signature", "v1,AAAA")
                .body("{}")
                .post("http://localhost:" + port + "/")
                .then()
                .statusCode(401);
        assertThat(heard()).hasSize(1);
    }

    private List<String> heard() {
        return printed.stream().filter(line -> line.startsWith("{")).toList();
    }

    private void run(String secret, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Shell.ROOT.resolve("docs/examples/ReceiveWebhooks.java").toString(),
                String.valueOf(port));
        builder.environment().put("WEBHOOK_SECRET", secret);
        program = builder.redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "what the example prints");
        reader.setDaemon(true);
        reader.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> printed.contains("listening"));
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(printed::add);
        } catch (IOException stopped) {
            throw new UncheckedIOException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
