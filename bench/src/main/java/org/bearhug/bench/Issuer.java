package org.bearhug.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Plays what booking-service needs of its neighbours: keys and tokens like user-service's, and feeds without news. */
final class Issuer implements AutoCloseable {

    private static final int LONG_POLL_MILLIS = 4_000;

    private final HttpServer server;
    private final SignedTokens tokens = SignedTokens.withNewKey();

    private Issuer(HttpServer server) {
        this.server = server;
    }

    static Issuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Issuer issuer = new Issuer(server);
            server.createContext("/.well-known/jwks.json", call -> answer(call, issuer.tokens.keySet()));
            server.createContext(
                    "/oauth/token", call -> answer(call, "{\"access_token\":\"none\",\"expires_in\":900}"));
            server.createContext("/events", call -> {
                Program.pause(LONG_POLL_MILLIS);
                answer(call, "[]");
            });
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "issuer");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new WrongWork("the issuer does not start", e);
        }
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        try (call) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token for each of these carers, a line each. */
    void writeTokens(Path file, int carers) {
        List<String> lines = IntStream.range(0, carers)
                .parallel()
                .mapToObj(carer -> tokens.of(carer, address()))
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new WrongWork("the tokens could not be written", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
