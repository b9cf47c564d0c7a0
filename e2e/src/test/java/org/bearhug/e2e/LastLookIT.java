package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** At the journeys and pages, with a control of what reads along in Chromium. */
@Order(Integer.MAX_VALUE)
class LastLookIT extends LastLook {

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
}
