package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bearhug.fakes.Form;

/** One request, read whole. The path is as it was sent, so that it shows how often something was encoded. */
record Call(String method, String path, Map<String, String> query, String authorization, String body) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Call read(HttpExchange exchange) throws IOException {
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Form.fields(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The fields of a form. */
    Map<String, String> form() {
        return Form.fields(body);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            throw new Reply.Refused(Reply.error(400, 300, "Request Body should be a valid JSON object."));
        }
    }

    /** The parts of the path: Zoom's gateway decodes it whole, and what is behind it decodes each part again. */
    List<String> parts() {
        return Stream.of(Form.decoded(path).substring(1).split("/"))
                .map(Form::decoded)
                .toList();
    }

    /** As in {@code POST /v2/users/ines/meetings}. */
    String line() {
        return method + " " + path;
    }
}
