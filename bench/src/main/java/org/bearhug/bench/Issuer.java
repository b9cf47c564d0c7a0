package org.bearhug.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Plays what booking-service needs of its neighbours: keys and tokens like user-service's, and feeds without news. */
final class Issuer implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int LONG_POLL_MILLIS = 4_000;

    private final KeyPair keys;
    private final HttpServer server;

    private Issuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static Issuer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Issuer issuer = new Issuer(generator.generateKeyPair(), server);
            server.createContext("/.well-known/jwks.json", call -> answer(call, issuer.keySet()));
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
        } catch (IOException | GeneralSecurityException e) {
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

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\""
                + unsigned(key.getModulus()) + "\",\"e\":\"" + unsigned(key.getPublicExponent()) + "\"}]}";
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    /** A token for each of these carers, good for fifteen minutes as all are, a line each. */
    void writeTokens(Path file, int carers) {
        List<String> tokens =
                IntStream.range(0, carers).parallel().mapToObj(this::token).toList();
        try {
            Files.write(file, tokens);
        } catch (IOException e) {
            throw new WrongWork("the tokens could not be written", e);
        }
    }

    String token(int carer) {
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"bench\"}";
        String claims =
                ("{\"iss\":\"%s\",\"aud\":\"bearhug\",\"sub\":\"%s\",\"groups\":[\"carer\"],\"email\":\"%d@bench.example\",\"name\":\"Carer"
                                + " %d\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}")
                        .formatted(address(), World.carer(carer), carer, carer, now, now + 900, UUID.randomUUID());
        String signed = encoded(header) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new WrongWork("a token could not be signed", e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
