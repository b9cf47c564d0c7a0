package org.bearhug.course.capacity;

import static org.bearhug.testing.LocalServer.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bearhug.testing.LocalServer;
import org.bearhug.testing.Strings;

/** booking-service as course-service sees it: it knows how many seats are taken and agrees to a capacity or not. */
public final class FakeBookings implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "bearhug.test.bookings";
    private static final Strings STRINGS = Strings.atProperty(ADDRESS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String mood = "well";
    private LocalServer server;

    @Override
    public Map<String, String> start() {
        server = LocalServer.start()
                .at("/v1/capacities", this::capacities)
                .at("/v1/availability", this::availability)
                .at("/test/taken/", call -> {
                    String session = call.getRequestURI().getPath().substring("/test/taken/".length());
                    taken.put(session, JSON.readValue(call.getRequestBody(), Integer.class));
                    answer(call, 200, "{}");
                })
                .at("/test/mood", call -> {
                    mood = JSON.readValue(call.getRequestBody(), String.class);
                    answer(call, 200, "{}");
                })
                .at("/test/asked", call -> answer(call, 200, JSON.writeValueAsString(asked.toString())));
        System.setProperty(ADDRESS, server.address());
        // Nobody waits here; in earnest whoever is silent gets three seconds.
        return Map.of(
                "bearhug.bookings-url", server.address(), "quarkus.rest-client.booking-service.read-timeout", "1000");
    }

    @Override
    public void stop() {
        server.stop();
    }

    private void capacities(HttpExchange call) throws IOException {
        String body = LocalServer.body(call);
        if (!call.getRequestMethod().equals("PUT") || !LocalServer.hasToken(call)) {
            answer(call, 401, "{\"code\":\"invalid-token\"}");
            return;
        }
        asked.add(body);
        switch (mood) {
            case "away" -> answer(call, 503, "{\"code\":\"service-unavailable\"}");
            case "silent" -> server.hold(call);
            case "confused" -> answer(call, 409, "<html>");
            default -> judge(call, JSON.readTree(body));
        }
    }

    private void availability(HttpExchange call) throws IOException {
        String id = call.getRequestURI().getQuery().substring("session=".length());
        switch (mood) {
            case "away" -> answer(call, 503, "{\"code\":\"service-unavailable\"}");
            case "silent" -> server.hold(call);
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

    /** From now on so many seats of this session are taken. */
    public static void take(String sessionId, int seats) {
        STRINGS.pull("/test/taken/" + sessionId, seats);
    }

    /** One of {@code well}, {@code away}, {@code silent}, {@code confused}. */
    public static void is(String mood) {
        STRINGS.pull("/test/mood", mood);
    }

    /** All that was asked so far, as one text. */
    public static String asked() {
        return STRINGS.look("/test/asked").asText();
    }
}
