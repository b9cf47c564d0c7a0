package org.bearhug.web.types;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A JSON schema as a TypeScript type. */
final class SchemaType {

    private SchemaType() {}

    static String of(JsonObject schema, String indent) {
        if (schema == null) {
            return "unknown";
        }
        if (schema.containsKey("$ref")) {
            String reference = schema.getString("$ref");
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").stream()
                    .map(value -> value == null ? "null" : "'" + value + "'")
                    .collect(Collectors.joining(" | "));
        }
        for (String some : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.containsKey(some)) {
                return schema.getJsonArray(some).stream()
                        .map(each -> of((JsonObject) each, indent))
                        .collect(Collectors.joining(some.equals("allOf") ? " & " : " | "));
            }
        }
        Object type = schema.getValue("type");
        if (type instanceof JsonArray several) {
            return several.stream()
                    .map(each -> named((String) each, schema, indent))
                    .collect(Collectors.joining(" | "));
        }
        return named((String) type, schema, indent);
    }

    private static String named(String type, JsonObject schema, String indent) {
        if (type == null) {
            return "unknown";
        }
        return switch (type) {
            case "integer", "number" -> "number";
            case "array" -> list(of(schema.getJsonObject("items"), indent));
            case "object" -> schema.containsKey("properties") ? fields(schema, indent) : "Record<string, unknown>";
            default -> type;
        };
    }

    private static String list(String item) {
        return item.contains(" ") ? "Array<" + item + ">" : item + "[]";
    }

    private static String fields(JsonObject schema, String indent) {
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        JsonObject properties = schema.getJsonObject("properties");
        return new TreeSet<>(properties.fieldNames())
                .stream()
                        .map(name -> indent + "  " + name + (required.contains(name) ? "" : "?") + ": "
                                + of(properties.getJsonObject(name), indent + "  ") + ";\n")
                        .collect(Collectors.joining("", "{\n", indent + "}"));
    }
}
