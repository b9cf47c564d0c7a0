package org.bearhug.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Services behind the door: two that tell what they were asked, and a third that is away. Where a path ends in a word
 * they know, they do as it says.
 */
public final class Upstreams implements QuarkusTestResourceLifecycleManager {

    static final byte[] CHUNK = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);

    private HttpServer users;
    private HttpServer courses;

    @Override
    public Map<String, String> start() {
        users = serve("users");
        courses = serve("courses");
        return Map.of(
                "bearhug.users-url",
                address(users),
                "bearhug.courses-url",
                address(courses),
                "bearhug.bookings-url",
                "http://localhost:" + freePort(),
                "bearhug.mailbox-url",
                "http://localhost:8025",
                "bearhug.demo",
                "true",
                "bearhug.door-answer-timeout",
                "PT0.5S");
    }

    private static HttpServer serve(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", call -> answer(name, call));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(String name, HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "hang" -> park();
            case "half" -> half(call);
            case "stream" -> stream(call);
            case "nothing" -> send(call, 204, null);
            case "created" -> redirect(call, 201, call.getRequestURI().getQuery());
            case "wide" -> {
                call.getResponseHeaders().add("X-Wide", "w".repeat(12_000));
                send(call, 200, "{}");
            }
            case "login" -> {
                call.getResponseHeaders().add("Set-Cookie", "bearhug_refresh=a; Path=/; HttpOnly");
                call.getResponseHeaders().add("Set-Cookie", "second=b; Path=/");
                call.getResponseHeaders().add("Keep-Alive", "timeout=5");
                send(call, 200, "{}");
            }
            case "tagged" -> {
                call.getResponseHeaders().add("ETag", "\"v1\"");
                send(call, 200, "{\"long\":\"" + "x".repeat(4_000) + "\"}");
            }
            case "verify" -> send(call, read(call).contains("good") ? 204 : 400, null);
            default -> send(call, 200, seen(name, call).encode());
        }
    }

    /** Longer than the door's patience; the test's end ends it. */
    private static void park() {
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000_000L);
    }

    private static void half(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 2L * CHUNK.length);
        call.getResponseBody().write(CHUNK);
        call.getResponseBody().flush();
        park();
    }

    /** The second chunk goes out when the caller has sent the second half of what it says: only a stream gets there. */
    private static void stream(HttpExchange call) throws IOException {
        call.getRequestBody().readNBytes(CHUNK.length);
        call.sendResponseHeaders(200, 0);
        call.getResponseBody().write(CHUNK);
        call.getResponseBody().flush();
        call.getRequestBody().readNBytes(CHUNK.length);
        call.getResponseBody().write(CHUNK);
        call.close();
    }

    private static void redirect(HttpExchange call, int status, String to) throws IOException {
        String own = "http://" + call.getRequestHeaders().getFirst("Host");
        call.getResponseHeaders().add("Location", to.replace("OWN", own));
        send(call, status, "{}");
    }

    private static JsonObject seen(String name, HttpExchange call) throws IOException {
        JsonObject headers = new JsonObject();
        call.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(), String.join("|", values)));
        return new JsonObject()
                .put("service", name)
                .put("method", call.getRequestMethod())
                .put("target", call.getRequestURI().toString())
                .put("body", read(call))
                .put("headers", headers);
    }

    private static String read(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange call, int status, String json) throws IOException {
        if (json == null) {
            call.sendResponseHeaders(status, -1);
        } else {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
        }
        call.close();
    }

    @Override
    public void stop() {
        List.of(users, courses).forEach(server -> server.stop(0));
    }
}
