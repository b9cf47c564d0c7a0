package org.bearhug.booking.door;

import static org.bearhug.testing.LocalServer.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bearhug.testing.LocalServer;
import org.bearhug.testing.Strings;

/** course-service as the door sees it: it has private ways in, or not. */
public final class FakeCourses implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "bearhug.test.courses";
    private static final Strings STRINGS = Strings.atProperty(ADDRESS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String mood = "without";
    private LocalServer server;

    @Override
    public Map<String, String> start() {
        server = LocalServer.start()
                .at("/v1/sessions/", this::waysIn)
                .at("/test/mood", call -> {
                    mood = JSON.readValue(call.getRequestBody(), String.class);
                    asked.clear();
                    answer(call, 200, "{}");
                })
                .at("/test/asked", call -> answer(call, 200, JSON.writeValueAsString(asked.toString())));
        System.setProperty(ADDRESS, server.address());
        return Map.of(
                "bearhug.courses-url", server.address(), "quarkus.rest-client.course-service.read-timeout", "700");
    }

    @Override
    public void stop() {
        server.stop();
    }

    private void waysIn(HttpExchange call) throws IOException {
        asked.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + LocalServer.body(call));
        if (!LocalServer.hasToken(call)) {
            answer(call, 401, "{\"code\":\"invalid-token\"}");
            return;
        }
        switch (mood) {
            case "without" -> answer(call, 200, "{}");
            case "away" -> answer(call, 503, "{\"code\":\"zoom-unavailable\"}");
            case "released" -> answer(call, 410, "{\"code\":\"place-released\"}");
            case "silent" -> server.hold(call);
            default -> answer(call, 200, "{\"sealedLink\":\"" + mood + "\"}");
        }
    }

    /** One of {@code without}, {@code away}, {@code released}, {@code silent}, or the sealed link that it has. */
    static void is(String mood) {
        STRINGS.pull("/test/mood", mood);
    }

    /** All that was asked since the mood changed, as one text. */
    static String asked() {
        return STRINGS.look("/test/asked").asText();
    }
}
