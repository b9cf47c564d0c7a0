package org.bearhug.fakezoom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** An answer, not sent yet. */
record Reply(int status, String type, String body, Map<String, String> headers) {

    static Reply json(int status, Object body) {
        try {
            return new Reply(status, "application/json", Call.JSON.writeValueAsString(body), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply none() {
        return new Reply(204, "application/json", "", Map.of());
    }

    /** Zoom's own kind of error, whose code is not the status. */
    static Reply error(int status, int code, String message) {
        return json(status, Map.of("code", code, "message", message));
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html", body, Map.of());
    }

    static Reply to(String address) {
        return new Reply(302, "text/plain", "", Map.of("Location", address));
    }

    Reply with(String name, String value) {
        return new Reply(status, type, body, Map.of(name, value));
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
        exchange.getResponseHeaders().set("x-zm-trackingid", "v=2.0;" + UUID.randomUUID());
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, status == 204 || status == 302 ? -1 : bytes.length);
        return status == 204 || status == 302 ? new byte[0] : bytes;
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
