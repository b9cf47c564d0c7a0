package org.bearhug.user.privacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** course-service and booking-service, as far as they are asked about people. Found through the service loader. */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final Set<String> AWAY = ConcurrentHashMap.newKeySet();
    private static final Set<String> ERASED = ConcurrentHashMap.newKeySet();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort();
        return Map.of("bearhug.courses-url", address + "/courses", "bearhug.bookings-url", address + "/bookings");
    }

    private void answer(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/");
        String service = path[1];
        String id = path[4];
        String token = call.getRequestHeaders().getFirst("Authorization");
        if (away().contains(service)) {
            send(call, 503, "{}");
        } else if (token == null || !token.startsWith("Bearer ")) {
            send(call, 401, "{}");
        } else if (path[5].equals("export")) {
            send(call, 200, "{\"" + service + "\": \"" + id + "\"}");
        } else {
            boolean erased = erased().contains(service + id);
            send(call, erased ? 200 : 404, erased ? "{\"namesLeft\": 0}" : "{}");
        }
    }

    private static void send(HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The services that do not answer: {@code courses}, {@code bookings}. */
    static Set<String> away() {
        return AWAY;
    }

    /** Whom a service has erased: its name and the id. */
    static Set<String> erased() {
        return ERASED;
    }
}
