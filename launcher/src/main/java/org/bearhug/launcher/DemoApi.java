package org.bearhug.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public API through the front door, as anybody's program would use it. */
final class DemoApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final String token;

    private DemoApi(URI door, String token) {
        this.door = door;
        this.token = token;
    }

    static DemoApi at(URI door) {
        return new DemoApi(door, null);
    }

    DemoApi as(String accessToken) {
        return new DemoApi(door, accessToken);
    }

    /** What came back; the body is missing where there was none. */
    record Answer(int status, JsonNode body) {

        /** The body, when the status is one of success. */
        JsonNode expect(String what) {
            if (status >= 300) {
                throw new DemoFailure(what + " was answered with " + status + " "
                        + body.path("code").asText() + ": "
                        + body.path("detail").asText());
            }
            return body;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends it under this Idempotency-Key, or without one when it is null. */
    Answer post(String path, Object body, String key) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : MissingNode.getInstance());
        } catch (IOException e) {
            throw new DemoFailure("the front door does not answer (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("it was interrupted");
        }
    }

    /** Why the demo data are not all there. */
    static final class DemoFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DemoFailure(String message) {
            super(message);
        }
    }
}
