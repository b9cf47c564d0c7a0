package org.bearhug.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the front door and lets each batch through only at the fourth try; what came is remembered. */
final class MoodyDoor implements AutoCloseable {

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private final HttpServer server;

    MoodyDoor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The Idempotency-Keys of the batches, in the order they came. */
    List<String> keys() {
        return keys;
    }

    /** How many tokens were asked for. */
    int tokens() {
        return tokens.get();
    }

    private void answer(HttpExchange call) throws IOException {
        if (!call.getRequestURI().getPath().endsWith("/batch")) {
            tokens.incrementAndGet();
            relay(call, true);
            return;
        }
        keys.add(call.getRequestHeaders().getFirst("Idempotency-Key"));
        switch (batches.getAndIncrement()) {
            case 0 -> {
                call.getResponseHeaders().add("Retry-After", "1");
                call.sendResponseHeaders(503, -1);
                call.close();
            }
            case 1 -> {
                call.sendResponseHeaders(401, -1);
                call.close();
            }
            case 2 -> relay(call, false);
            default -> relay(call, true);
        }
    }

    /** Passes the call on; when it is not to be answered, its answer is lost on the way. */
    private static void relay(HttpExchange call, boolean answered) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        House.platform().door().resolve(call.getRequestURI()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        call.getRequestBody().readAllBytes()));
        for (String header : List.of("Authorization", "Content-Type", "Idempotency-Key")) {
            if (call.getRequestHeaders().containsKey(header)) {
                request.header(header, call.getRequestHeaders().getFirst(header));
            }
        }
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answered) {
                call.sendResponseHeaders(answer.statusCode(), answer.body().length);
                call.getResponseBody().write(answer.body());
            }
            call.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
