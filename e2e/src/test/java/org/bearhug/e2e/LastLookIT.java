package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * After all others: what the whole run has left behind, in every mail, event, table and log, holds no call's address.
 * What was answered meanwhile was read by {@link CallAddresses}.
 */
@Order(Integer.MAX_VALUE)
class LastLookIT {

    @Test
    void the_address_of_a_call_is_in_no_mail_event_table_or_log_of_the_whole_run() {
        List<String> secrets = joined();
        // The control: that is what it looks like, so a search that finds nothing says something.
        assertThat(secrets).hasSizeGreaterThan(1).allSatisfy(link -> assertThat(link)
                .containsPattern(CallAddresses.ADDRESS));

        LeftBehind.requireNoAddress(House.platform());
    }

    @Test
    void what_chromium_receives_is_read_too() throws IOException {
        HttpServer gossip = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        gossip.createContext("/", exchange -> {
            byte[] page = "<p>We meet at https://zoom.example/j/123456789</p>".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        gossip.start();
        try {
            Visit visit = Visit.on(Visit.Screen.DESKTOP);
            visit.page.navigate("http://localhost:" + gossip.getAddress().getPort() + "/page");

            assertThatThrownBy(visit::close).hasMessageContaining("stands in the answer to GET /page");
        } finally {
            gossip.stop(0);
        }
    }

    /** Lets somebody in; all that Zoom knows of ways into its meetings. */
    private static List<String> joined() {
        Teaching block = Teaching.publishWithZoom(1, Duration.ofMinutes(5));
        Someone cara = Someone.carer();
        String place = cara.bookBlock(block.blockId(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
        String door = "/api/bookings/v1/places/" + place + "/join";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cara.asks().redirects().follow(false).get(door).statusCode() == 303);
        cara.asks().get("/api/bookings/v1/bookings").then().statusCode(200);
        block.instructor()
                .asks()
                .get("/api/courses/v1/sessions/" + block.sessionIds().get(0))
                .then()
                .statusCode(200);
        List<String> links = new ArrayList<>();
        PlayedZoom.meetingsOf(block.sessionIds()).forEach(meeting -> {
            links.add((String) meeting.get("join_url"));
            links.add((String) meeting.get("start_url"));
        });
        links.add(cara.asks().redirects().follow(false).get(door).header("Location"));
        return links;
    }
}
