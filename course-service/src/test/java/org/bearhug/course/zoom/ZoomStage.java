package org.bearhug.course.zoom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bearhug.fakezoom.FakeZoom;
import org.bearhug.fakezoom.Fault;

/** The fake Zoom beside the service under test, and its strings, pulled over HTTP since it has another class loader. */
public final class ZoomStage implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "bearhug.test.zoom";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private FakeZoom zoom;

    @Override
    public Map<String, String> start() {
        zoom = FakeZoom.start("localhost", 0);
        System.setProperty(ADDRESS, zoom.address());
        return Map.of(
                "bearhug.zoom-api-url", zoom.address() + "/v2", "bearhug.zoom-oauth-url", zoom.address() + "/oauth");
    }

    @Override
    public void stop() {
        zoom.close();
    }

    static String address() {
        return System.getProperty(ADDRESS);
    }

    static void fault(Fault fault, String call) {
        tell("faults", Map.of("fault", fault, "call", call));
    }

    static JsonNode tell(String what, Map<String, ?> wish) {
        try {
            return send(HttpRequest.newBuilder(URI.create(address() + "/fake/" + what))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wish))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode look(String at) {
        return send(HttpRequest.newBuilder(URI.create(address() + "/fake/" + at)));
    }

    static List<JsonNode> meetings() {
        return StreamSupport.stream(look("meetings").spliterator(), false).toList();
    }

    static List<String> calls() {
        return StreamSupport.stream(look("calls").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode send(HttpRequest.Builder request) {
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
