package org.bearhug.user.privacy;

import static org.bearhug.testing.LocalServer.answer;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bearhug.testing.LocalServer;

/** course-service and booking-service, as far as they are asked about people. Found through the service loader. */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final Set<String> AWAY = ConcurrentHashMap.newKeySet();
    private static final Set<String> ERASED = ConcurrentHashMap.newKeySet();

    private LocalServer server;

    @Override
    public Map<String, String> start() {
        server = LocalServer.start().at("/", this::beAsked);
        return Map.of(
                "bearhug.courses-url",
                server.address() + "/courses",
                "bearhug.bookings-url",
                server.address() + "/bookings");
    }

    private void beAsked(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/");
        String service = path[1];
        String id = path[4];
        if (away().contains(service)) {
            answer(call, 503, "{}");
        } else if (!LocalServer.hasToken(call)) {
            answer(call, 401, "{}");
        } else if (path[5].equals("export")) {
            answer(call, 200, "{\"" + service + "\": \"" + id + "\"}");
        } else {
            boolean erased = erased().contains(service + id);
            answer(call, erased ? 200 : 404, erased ? "{\"namesLeft\": 0}" : "{}");
        }
    }

    @Override
    public void stop() {
        server.stop();
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
