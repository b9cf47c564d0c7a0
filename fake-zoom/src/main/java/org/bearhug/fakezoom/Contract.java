package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares request bodies with Zoom's own description of its calls, when that is at hand: named by the property
 * {@code bearhug.zoom-description}, or as {@code shared/specs/zoom-meetings.openapi.json} beside the project.
 */
final class Contract {

    private static final String BESIDE = "shared/specs/zoom-meetings.openapi.json";

    private static final Map<String, String> PATHS = Map.of(
            "POST /v2/users/[^/]+/meetings", "/users/{userId}/meetings",
            "PATCH /v2/meetings/[^/]+", "/meetings/{meetingId}",
            "POST /v2/meetings/[^/]+/registrants", "/meetings/{meetingId}/registrants");

    private final JsonNode description;
    private final List<String> violations = new ArrayList<>();

    private Contract(JsonNode description) {
        this.description = description;
    }

    static Contract find() {
        Optional<Path> file = Optional.ofNullable(System.getProperty("bearhug.zoom-description"))
                .map(Path::of)
                .or(() -> Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve(BESIDE))
                        .filter(Files::isReadable)
                        .findFirst());
        try {
            return new Contract(file.isEmpty() ? null : Call.JSON.readTree(Files.readString(file.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFound() {
        return description != null;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    void check(Call call) {
        if (description != null) {
            PATHS.forEach((line, path) -> {
                if (call.line().matches(line)) {
                    JsonNode schema = description
                            .at("/paths/" + path.replace("/", "~1"))
                            .path(call.method().toLowerCase(java.util.Locale.ROOT))
                            .at("/requestBody/content/application~1json/schema");
                    List<String> found = new Schema(description).violations(schema, call.json(), "");
                    synchronized (this) {
                        found.forEach(violation -> violations.add(call.line() + violation));
                    }
                }
            });
        }
    }
}
