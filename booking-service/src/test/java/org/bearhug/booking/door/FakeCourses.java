package org.bearhug.booking.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * course-service as the door sees it: it has private ways in, or not. Tests speak to it over HTTP too, since it lives in
 * another class loader.
 */
public final class FakeCourses implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "bearhug.test.courses";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile String mood = "without";
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/sessions/", this::waysIn);
            server.createContext("/test/mood", call -> {
                mood = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                asked.clear();
                answer(call, 200, "{}");
            });
            server.createContext("/test/asked", call -> answer(call, 200, String.valueOf(asked)));
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            String address = "http://localhost:" + server.getAddress().getPort();
            System.setProperty(ADDRESS, address);
            return Map.of("bearhug.courses-url", address, "quarkus.rest-client.course-service.read-timeout", "700");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        server.stop(0);
    }

    private void waysIn(HttpExchange call) throws IOException {
        String token = call.getRequestHeaders().getFirst("Authorization");
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + body);
        if (token == null || !token.startsWith("Bearer ey")) {
            answer(call, 401, "{\"code\":\"invalid-token\"}");
            return;
        }
        switch (mood) {
            case "without" -> answer(call, 200, "{}");
            case "away" -> answer(call, 503, "{\"code\":\"zoom-unavailable\"}");
            case "released" -> answer(call, 410, "{\"code\":\"place-released\"}");
            case "silent" -> {
                hold();
                call.close();
            }
            default -> answer(call, 200, "{\"sealedLink\":\"" + mood + "\"}");
        }
    }

    private void hold() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    /** One of {@code without}, {@code away}, {@code released}, {@code silent}, or the sealed link that it has. */
    static void is(String mood) {
        tell("/test/mood", mood);
    }

    /** All that was asked since the mood changed, as one text. */
    static String asked() {
        return tell("/test/asked", "");
    }

    private static String tell(String path, String words) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + path))
                                    .POST(HttpRequest.BodyPublishers.ofString(words))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
