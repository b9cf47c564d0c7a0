package org.bearhug.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server on this machine by which a test plays somebody whom the service under test calls. */
public final class LocalServer {

    private final HttpServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /** Listens at a free port, and knows no path yet. */
    public static LocalServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return new LocalServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has every call below this path answered. */
    public LocalServer at(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    /** Where it listens. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Ends, and with it all that is kept waiting. */
    public void stop() {
        stopped.countDown();
        server.stop(0);
    }

    /** Keeps a call waiting until the end, without an answer. */
    public void hold(HttpExchange call) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.close();
    }

    /** What a call sent. */
    public static String body(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether a call brought a token, as those between services do. */
    public static boolean hasToken(HttpExchange call) {
        String token = call.getRequestHeaders().getFirst("Authorization");
        return token != null && token.startsWith("Bearer ey");
    }

    /** Answers, as a problem from 400 on. */
    public static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
