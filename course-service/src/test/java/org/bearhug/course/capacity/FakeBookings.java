package org.bearhug.course.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * booking-service as course-service sees it: it knows how many seats are taken and agrees to a capacity or not. Tests
 * speak to it over HTTP too, since it lives in another class loader.
 */
public final class FakeBookings implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "bearhug.test.bookings";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile String mood = "well";
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/capacities", this::capacities);
            server.createContext("/v1/availability", this::availability);
            server.createContext("/test/taken/", call -> {
                String[] path = call.getRequestURI().getPath().split("/");
                taken.put(path[3], Integer.valueOf(path[4]));
                answer(call, 200, "{}");
            });
            server.createContext("/test/mood/", call -> {
                mood = call.getRequestURI().getPath().split("/")[3];
                answer(call, 200, "{}");
            });
            server.createContext("/test/asked", call -> answer(call, 200, String.valueOf(asked)));
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            String address = "http://localhost:" + server.getAddress().getPort();
            System.setProperty(ADDRESS, address);
            // Nobody waits here; in earnest whoever is silent gets three seconds.
            return Map.of("bearhug.bookings-url", address, "quarkus.rest-client.booking-service.read-timeout", "1000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        server.stop(0);
    }

    private void capacities(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = call.getRequestHeaders().getFirst("Authorization");
        if (!call.getRequestMethod().equals("PUT") || token == null || !token.startsWith("Bearer ey")) {
            answer(call, 401, "{\"code\":\"invalid-token\"}");
            return;
        }
        asked.add(body);
        switch (mood) {
            case "away" -> answer(call, 503, "{\"code\":\"service-unavailable\"}");
            case "silent" -> hold(call);
            case "confused" -> answer(call, 409, "<html>");
            default -> judge(call, JSON.readTree(body));
        }
    }

    private void availability(HttpExchange call) throws IOException {
        String id = call.getRequestURI().getQuery().substring("session=".length());
        switch (mood) {
            case "away" -> answer(call, 503, "{\"code\":\"service-unavailable\"}");
            case "silent" -> hold(call);
            case "confused" -> answer(call, 200, "<html>");
            default ->
                answer(
                        call,
                        200,
                        "{\"items\":[{\"sessionId\":\"%s\",\"capacity\":500,\"seatsLeft\":%d}]}"
                                .formatted(id, 500 - taken.getOrDefault(id, 0)));
        }
    }

    private void judge(HttpExchange call, JsonNode wish) throws IOException {
        List<String> refused = new ArrayList<>();
        for (JsonNode item : wish.get("items")) {
            String id = item.get("sessionId").asText();
            int seats = taken.getOrDefault(id, 0);
            if (seats > item.get("capacity").asInt()) {
                refused.add("{\"sessionId\":\"" + id + "\",\"taken\":" + seats + "}");
            }
        }
        if (refused.isEmpty()) {
            call.sendResponseHeaders(204, -1);
            call.close();
        } else {
            answer(call, 409, "{\"code\":\"capacity-below-taken\",\"sessions\":" + refused + "}");
        }
    }

    private void hold(HttpExchange call) throws IOException {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.close();
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    /** From now on so many seats of this session are taken. */
    public static void take(String sessionId, int seats) {
        tell("/test/taken/" + sessionId + "/" + seats);
    }

    /** One of {@code well}, {@code away}, {@code silent}, {@code confused}. */
    public static void is(String mood) {
        tell("/test/mood/" + mood);
    }

    /** All that was asked so far, as one text. */
    public static String asked() {
        return tell("/test/asked");
    }

    private static String tell(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + path))
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
