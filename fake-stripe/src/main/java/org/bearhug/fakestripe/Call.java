package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bearhug.fakes.Form;

/** One request, read whole. */
record Call(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Form.fields(exchange.getRequestURI().getRawQuery()),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    String header(String name) {
        return headers.get(name);
    }

    /** The fields of a form, under names such as {@code line_items[0][quantity]}. */
    Map<String, String> form() {
        return Form.fields(body);
    }

    /** The members of {@code name[…]} in the form. */
    ObjectNode map(String name) {
        ObjectNode members = JSON.createObjectNode();
        form().forEach((field, value) -> {
            if (field.startsWith(name + "[") && field.endsWith("]")) {
                members.put(field.substring(name.length() + 1, field.length() - 1), value);
            }
        });
        return members;
    }

    JsonNode json() {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            throw new Reply.Refused(Reply.error(400, "invalid_request_error", null, null, "Not JSON."));
        }
    }

    List<String> parts() {
        return List.of(path.substring(1).split("/"));
    }

    /** As in {@code POST /v1/refunds}. */
    String line() {
        return method + " " + path;
    }
}
