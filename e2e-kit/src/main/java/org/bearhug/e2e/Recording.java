package org.bearhug.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** All that Chromium received in one visit (HTTP Archive 1.2), pages and what pages asked for. */
final class Recording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private Recording(Path file) {
        this.file = file;
    }

    static Recording begin() {
        try {
            return new Recording(Files.createTempFile("visit", ".har"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be written until the browser's context is closed. */
    Path file() {
        return file;
    }

    /** Has each answer read, and forgets them. */
    void read() {
        try {
            for (JsonNode entry : JSON.readTree(file.toFile()).at("/log/entries")) {
                if (entry.at("/request/url").asText().startsWith("http")) {
                    read(entry.path("request"), entry.path("response"));
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(JsonNode request, JsonNode answer) {
        CallAddresses.read(
                request.path("method").asText(),
                URI.create(request.path("url").asText()),
                answer.path("status").asInt(),
                answer.path("headers") + "\n" + body(answer.path("content")));
    }

    private static String body(JsonNode content) {
        String text = content.path("text").asText();
        return content.path("encoding").asText().equals("base64")
                ? new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1)
                : text;
    }
}
