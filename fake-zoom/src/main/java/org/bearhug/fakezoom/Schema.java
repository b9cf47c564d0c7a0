package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as Zoom's description uses; a field that it does not name is a violation too. */
record Schema(JsonNode description) {

    List<String> violations(JsonNode schema, JsonNode value, String where) {
        List<String> found = new ArrayList<>();
        check(resolved(schema), value, where, found);
        return found;
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(description.at(schema.path("$ref").asText().substring(1)));
        }
        return schema.has("allOf") ? merged(schema.path("allOf")) : schema;
    }

    /** Parts of one object: what one part does not name another may. */
    private JsonNode merged(JsonNode parts) {
        ObjectNode whole = Call.JSON.createObjectNode().put("type", "object");
        ObjectNode properties = whole.putObject("properties");
        ArrayNode required = whole.putArray("required");
        for (JsonNode part : parts) {
            resolved(part)
                    .path("properties")
                    .properties()
                    .forEach(each -> properties.set(each.getKey(), each.getValue()));
            resolved(part).path("required").forEach(required::add);
        }
        return whole;
    }

    private void check(JsonNode schema, JsonNode value, String where, List<String> found) {
        if (schema.isMissingNode()) {
            found.add(where + " has no schema");
        }
        if (!isOfType(schema.path("type").asText(), value)) {
            found.add(where + " is no " + schema.path("type").asText());
        } else if (value.isObject()) {
            checkObject(schema, value, where, found);
        } else if (value.isArray()) {
            value.forEach(item -> check(resolved(schema.path("items")), item, where + "/*", found));
        } else {
            checkScalar(schema, value, where, found);
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private void checkObject(JsonNode schema, JsonNode value, String where, List<String> found) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(where + "/" + name.asText() + " is missing");
            }
        });
        value.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                found.add(where + "/" + field.getKey() + " is unknown");
            } else {
                check(resolved(property), field.getValue(), where + "/" + field.getKey(), found);
            }
        });
    }

    private static void checkScalar(JsonNode schema, JsonNode value, String where, List<String> found) {
        boolean listed = !schema.has("enum");
        for (JsonNode allowed : schema.path("enum")) {
            listed |= allowed.asText().equals(value.asText());
        }
        if (!listed) {
            found.add(where + " is none of " + schema.path("enum"));
        }
        if (value.asText().length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            found.add(where + " is too long");
        }
        if (value.isNumber()
                && (value.asDouble() > schema.path("maximum").asDouble(Double.MAX_VALUE)
                        || value.asDouble() < schema.path("minimum").asDouble(-Double.MAX_VALUE))) {
            found.add(where + " is out of range");
        }
        if (schema.path("format").asText().equals("date-time") && !isInstant(value.asText())) {
            found.add(where + " is no date-time");
        }
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
