package org.bearhug.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/**
 * The strings of somebody who is played beside a service, pulled over HTTP alone, since the player may live in another
 * class loader.
 */
public final class Strings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Supplier<String> address;

    /** Of whoever listens there, by the time that one is pulled. */
    public Strings(Supplier<String> address) {
        this.address = address;
    }

    /** Of whoever said in this system property where it listens. */
    public static Strings atProperty(String name) {
        return new Strings(() -> System.getProperty(name));
    }

    /** Has the player do something. */
    public JsonNode pull(String path, Object wish) {
        try {
            return send(at(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wish))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks behind the stage. */
    public JsonNode look(String path) {
        return send(at(path));
    }

    /** A call to the player, to be sent like anybody's. */
    public HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(address.get() + path));
    }

    /** Sends a call that has to succeed. */
    public JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
