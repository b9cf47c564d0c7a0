package org.bearhug.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a test has the other services do. They are spoken to over HTTP alone, since they may live in another class loader. */
public final class Neighbours {

    /** The system property with their address. */
    static final String ADDRESS = "bearhug.test.neighbours";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Neighbours() {}

    /** Publishes a fact in the feed of another service; the service under test will read it in a moment. */
    public static void publish(String feed, String type, UUID subject, long version, Map<String, ?> data) {
        post(
                "/feeds/" + feed,
                Map.of(
                        "specversion",
                        "1.0",
                        "source",
                        feed,
                        "type",
                        type,
                        "subject",
                        subject.toString(),
                        "time",
                        Instant.now().toString(),
                        "datacontenttype",
                        "application/json",
                        "version",
                        version,
                        "data",
                        data));
    }

    /** Whether the feeds answer 503. */
    public static void away(boolean away) {
        post("/away/" + away, Map.of());
    }

    private static void post(String path, Map<String, ?> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + path))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
