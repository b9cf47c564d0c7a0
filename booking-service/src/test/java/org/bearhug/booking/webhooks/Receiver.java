package org.bearhug.booking.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An integrator's program: hears, remembers, and answers 204 unless it is told to answer otherwise. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile Reply usual = new Reply(204, Map.of(), "");
    private volatile CountDownLatch closed = new CountDownLatch(0);

    /** What it answers. */
    record Reply(int status, Map<String, String> headers, String body) {}

    /** A message as it came. */
    record Heard(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }

        String id() {
            return header("webhook-id");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String type() {
            return json().path("type").asText();
        }

        /** Whatever the time is; {@code verify} of the library knows only the real one. */
        boolean isSignedBy(String secret) throws Exception {
            String own = new Webhook(secret).sign(id(), Long.parseLong(header("webhook-timestamp")), body);
            return List.of(header("webhook-signature").split(" ")).contains(own);
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::hear);
            server.setExecutor(threads);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + port() + "/hook";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** To every message from now on. */
    Receiver answers(int status) {
        usual = new Reply(status, Map.of(), "");
        return this;
    }

    /** To the next message that has no answer yet. */
    Receiver next(int status, Map<String, String> headers, String body) {
        replies.add(new Reply(status, headers, body));
        return this;
    }

    /** Takes calls and answers none of them until it is closed. */
    Receiver isSilent() {
        closed = new CountDownLatch(1);
        return this;
    }

    List<Heard> heard() {
        return heard;
    }

    List<String> ids() {
        return heard.stream().map(Heard::id).toList();
    }

    List<String> types() {
        return heard.stream().map(Heard::type).toList();
    }

    private void hear(HttpExchange call) throws IOException {
        try {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(Map.copyOf(call.getRequestHeaders()), body));
            closed.await(20, TimeUnit.SECONDS);
            Reply planned = replies.poll();
            answer(call, planned == null ? usual : planned);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private static void answer(HttpExchange call, Reply reply) throws IOException {
        reply.headers().forEach(call.getResponseHeaders()::add);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
