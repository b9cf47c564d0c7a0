package org.bearhug.fakestripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer, not sent yet. */
record Reply(int status, String type, String body, Map<String, String> headers) {

    static Reply json(int status, Object body) {
        try {
            return new Reply(status, "application/json", Call.JSON.writeValueAsString(body), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stripe's error object; code and param may be missing. */
    static Reply error(int status, String type, String code, String param, String message) {
        ObjectNode error = Call.JSON.createObjectNode().put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
        return json(status, Call.JSON.createObjectNode().set("error", error));
    }

    static Reply invalid(String code, String param, String message) {
        return error(400, "invalid_request_error", code, param, message);
    }

    static Reply missing(String what, String id) {
        return error(404, "invalid_request_error", "resource_missing", "id", "No such " + what + ": '" + id + "'");
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html", body, Map.of());
    }

    static Reply to(String address) {
        return new Reply(303, "text/plain", "", Map.of("Location", address));
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, body, more);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = start(exchange);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Sends what announces the whole and only the half of it. */
    void sendHalf(HttpExchange exchange) throws IOException {
        byte[] bytes = start(exchange);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private byte[] start(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, status == 303 ? -1 : bytes.length);
        return status == 303 ? new byte[0] : bytes;
    }

    /** Carries a refusal out of the middle of a call. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Reply reply;

        Refused(Reply reply) {
            super(reply.body(), null, false, false);
            this.reply = reply;
        }
    }
}
