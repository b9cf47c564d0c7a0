package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How Zoom is spoken to, seen from its side of the wire. */
class WireTest {

    private static final String UPGRADE = "Upgrade";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Boolean> upgrades = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger(Wire.class.getName());
    private final Level level = log.getLevel();
    private final Handler listener = new Listener();
    private HttpServer zoom;
    private HttpRequest request;

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord entry) {
            lines.add(String.format(entry.getMessage(), entry.getParameters()));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @BeforeEach
    void somebody_answers_and_somebody_reads_the_log() throws IOException {
        zoom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        zoom.createContext("/", call -> {
            upgrades.add(call.getRequestHeaders().containsKey(UPGRADE));
            call.getResponseHeaders().add("x-zm-trackingid", "v=2.0;a-call-of-this-test");
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        zoom.start();
        request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + zoom.getAddress().getPort() + "/v2/users/me"))
                .header("Authorization", "Bearer a-token-of-this-test")
                .build();
        listener.setLevel(Level.ALL);
        log.setLevel(Level.FINE);
        log.addHandler(listener);
    }

    @AfterEach
    void stop() {
        log.removeHandler(listener);
        log.setLevel(level);
        zoom.stop(0);
    }

    @Test
    void zoom_is_never_asked_for_http_2() throws Exception {
        wire().send(request);
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        // The second is the control: a client that was told nothing does ask.
        assertThat(upgrades).containsExactly(false, true);
    }

    @Test
    void the_debug_log_names_each_call_as_zooms_own_support_does_and_holds_no_token() {
        wire().send(request);

        assertThat(lines).containsExactly("GET 204 v=2.0;a-call-of-this-test");
    }

    private static Wire wire() {
        Wire wire = new Wire();
        wire.settings = new ZoomSettings();
        wire.settings.timeout = Duration.ofSeconds(5);
        return wire;
    }
}
