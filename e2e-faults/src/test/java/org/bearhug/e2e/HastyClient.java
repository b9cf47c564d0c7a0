package org.bearhug.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes meetings as one would who takes an answer that fails for a meeting that was not made. */
final class HastyClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String zoom;
    private final String token;

    HastyClient(String zoom) throws IOException, InterruptedException {
        this.zoom = zoom;
        HttpRequest request = request("/oauth/token")
                .header("Authorization", "Basic aGFzdHk6aGFzdHk=")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=account_credentials&account_id=hasty"))
                .build();
        this.token = json(request).path("access_token").asText();
    }

    /** Asks until Zoom says that it is made. */
    void make(String host, String agenda) throws IOException, InterruptedException {
        Map<String, Object> meeting = Map.of(
                "topic", "Hasty", "type", 2, "start_time", "2027-01-07T10:00:00Z", "duration", 45, "agenda", agenda);
        HttpRequest create = request("/v2/users/" + host + "/meetings")
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(meeting)))
                .build();
        int status = 0;
        while (status != 201) {
            status = status(create);
        }
    }

    private int status(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException lateOrCut) {
            return 0;
        }
    }

    /** So many of a hundred calls go wrong from now on. */
    void haveFail(int percent, long seed) throws IOException, InterruptedException {
        String wish = JSON.writeValueAsString(Map.of("percent", percent, "seed", seed));
        json(request("/fake/random")
                .POST(HttpRequest.BodyPublishers.ofString(wish))
                .build());
    }

    /** What the meetings that there are were made for. */
    List<String> made() throws IOException, InterruptedException {
        return json(request("/fake/meetings").build()).findValuesAsText("agenda");
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(zoom + path));
    }
}
