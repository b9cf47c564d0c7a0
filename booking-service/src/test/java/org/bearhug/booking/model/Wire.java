package org.bearhug.booking.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** The API of one instance, as somebody with this token sees it. */
record Wire(URI address, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Reply(int status, JsonNode body) {

        /** {@code ok}, or the code of the refusal. */
        String said() {
            return status < 300 ? "ok" : body.path("code").asText("status " + status);
        }

        /** The same, with what stands there in the answer. */
        String said(String pointer) {
            return status < 300 ? "ok " + body.at(pointer).asText() : said();
        }

        UUID id() {
            return UUID.fromString(body.path("id").asText());
        }
    }

    Reply get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    Reply delete(String path) {
        return send(path, HttpRequest.newBuilder().DELETE());
    }

    Reply put(String path, Map<String, ?> body) {
        return send(path, HttpRequest.newBuilder().PUT(json(body)));
    }

    Reply post(String path, String key, Map<String, ?> body) {
        return send(
                path, HttpRequest.newBuilder().header("Idempotency-Key", key).POST(json(body)));
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(
                    request.uri(address.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
