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
                URI asked = URI.create(entry.at("/request/url").asText());
                JsonNode answer = entry.path("response");
                CallAddresses.read(
                        entry.at("/request/method").asText(),
                        asked,
                        answer.path("status").asInt(),
                        answer.path("headers") + "\n" + body(answer.path("content")));
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(JsonNode content) {
        String text = content.path("text").asText();
        return content.path("encoding").asText().equals("base64")
                ? new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1)
                : text;
    }
}
