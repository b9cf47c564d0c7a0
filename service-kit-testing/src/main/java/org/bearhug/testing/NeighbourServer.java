package org.bearhug.testing;

import static org.bearhug.testing.LocalServer.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** The other services as a service under test sees them: the key set, the token endpoint, and feeds that a test fills. */
final class NeighbourServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalServer server = LocalServer.start();
    private final Map<String, List<Map<String, Object>>> feeds = new ConcurrentHashMap<>();
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private volatile boolean away;

    static NeighbourServer start() {
        NeighbourServer neighbours = new NeighbourServer();
        neighbours
                .server
                .at("/.well-known/jwks.json", call -> answer(call, 200, TestKeys.published()))
                .at("/oauth/token", neighbours::token)
                .at("/feeds/", neighbours::feed)
                .at("/away/", neighbours::away);
        System.setProperty(Neighbours.ADDRESS, neighbours.address());
        return neighbours;
    }

    String address() {
        return server.address();
    }

    void stop() {
        server.stop();
    }

    private void token(HttpExchange call) throws IOException {
        String token = Tokens.ofService("service-under-test", "events:read seats:write");
        answer(call, 200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":900}");
    }

    private void away(HttpExchange call) throws IOException {
        away = call.getRequestURI().getPath().endsWith("/true");
        answer(call, 200, "{}");
    }

    private void feed(HttpExchange call) throws IOException {
        String name = call.getRequestURI().getPath().split("/")[2];
        List<Map<String, Object>> feed = feeds.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
        if (call.getRequestMethod().equals("POST")) {
            Map<String, Object> event = JSON.readValue(call.getRequestBody(), new TypeReference<>() {});
            synchronized (feed) {
                event.put("id", "1-" + (feed.size() + 1));
                feed.add(event);
            }
            answer(call, 200, "{}");
        } else if (away) {
            answer(call, 503, "{}");
        } else {
            reads.merge(name, 1, Integer::sum);
            answer(call, 200, JSON.writeValueAsString(awaitAfter(feed, parameter(call, "lastEventId"))));
        }
    }

    /** A short long poll: what is published while it waits goes out at once. */
    private static List<Map<String, Object>> awaitAfter(List<Map<String, Object>> feed, String lastEventId) {
        int from = lastEventId == null ? 0 : Integer.parseInt(lastEventId.substring(2));
        long end = System.nanoTime() + 200_000_000;
        while (feed.size() <= from && System.nanoTime() < end) {
            Thread.onSpinWait();
            LockSupport.parkNanos(5_000_000);
        }
        return new ArrayList<>(feed.subList(Math.min(from, feed.size()), feed.size()));
    }

    private static String parameter(HttpExchange call, String name) {
        String query = call.getRequestURI().getQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return null;
    }
}
