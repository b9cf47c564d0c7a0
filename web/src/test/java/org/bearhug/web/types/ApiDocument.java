package org.bearhug.web.types;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The OpenAPI document of a service, and the TypeScript that says the same. */
record ApiDocument(String name, JsonObject document) {

    /** The services, as the front door names them. */
    static final List<String> NAMES = List.of("users", "courses", "bookings");

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    static ApiDocument committed(String name) {
        try {
            return new ApiDocument(name, new JsonObject(Files.readString(Path.of("src/openapi", name + ".json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A module with a type for each schema, and what each operation takes and answers. */
    String types() {
        StringBuilder text =
                new StringBuilder("// Made from src/openapi/" + name + ".json by ApiTypesTest; not to be edited.\n");
        for (var schema : sorted(document.getJsonObject("components").getJsonObject("schemas"))
                .entrySet()) {
            text.append("\nexport type ")
                    .append(schema.getKey())
                    .append(" = ")
                    .append(SchemaType.of((JsonObject) schema.getValue(), ""))
                    .append(";\n");
        }
        text.append("\n/** By method and path: what an operation takes and what it answers. */\n")
                .append("export interface Operations {\n");
        for (var path : sorted(document.getJsonObject("paths")).entrySet()) {
            for (var operation : sorted((JsonObject) path.getValue()).entrySet()) {
                if (path.getKey().startsWith("/v1/") && VERBS.contains(operation.getKey())) {
                    text.append(operation(
                            operation.getKey().toUpperCase() + " " + path.getKey(), (JsonObject) operation.getValue()));
                }
            }
        }
        return text.append("}\n").toString();
    }

    private static String operation(String key, JsonObject operation) {
        return "  '" + key + "': {\n"
                + "    path: " + parameters(operation, "path") + ";\n"
                + "    query: " + parameters(operation, "query") + ";\n"
                + "    body: " + body(operation.getJsonObject("requestBody")) + ";\n"
                + "    answer: " + answer(operation.getJsonObject("responses")) + ";\n"
                + "  };\n";
    }

    private static String parameters(JsonObject operation, String in) {
        Set<String> found = new TreeSet<>();
        for (Object each : operation.getJsonArray("parameters", new JsonArray())) {
            JsonObject parameter = (JsonObject) each;
            if (in.equals(parameter.getString("in"))) {
                found.add(parameter.getString("name") + (in.equals("path") ? "" : "?") + ": "
                        + SchemaType.of(parameter.getJsonObject("schema"), ""));
            }
        }
        return found.isEmpty() ? "undefined" : found.stream().collect(Collectors.joining("; ", "{ ", " }"));
    }

    private static String body(JsonObject request) {
        return request == null ? "undefined" : schemaIn(request, "undefined");
    }

    private static String answer(JsonObject responses) {
        return responses.fieldNames().stream()
                .filter(status -> status.startsWith("2"))
                .sorted()
                .findFirst()
                .map(status ->
                        status.equals("204") ? "undefined" : schemaIn(responses.getJsonObject(status), "unknown"))
                .orElse("unknown");
    }

    private static String schemaIn(JsonObject holder, String otherwise) {
        JsonObject content = holder.getJsonObject("content", new JsonObject());
        return content.fieldNames().stream()
                .filter(type -> type.contains("json"))
                .map(content::getJsonObject)
                .filter(medium -> medium.getJsonObject("schema") != null)
                .map(medium -> SchemaType.of(medium.getJsonObject("schema"), "    "))
                .findFirst()
                .orElse(otherwise);
    }

    private static TreeMap<String, Object> sorted(JsonObject object) {
        return new TreeMap<>(object.getMap().keySet().stream()
                .filter(key -> object.getValue(key) instanceof JsonObject)
                .collect(Collectors.toMap(key -> key, object::getValue)));
    }
}
