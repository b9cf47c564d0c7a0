package org.bearhug.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends a body piece by piece, without a word about how long it will be. */
public final class Pieces {

    private Pieces() {}

    /** To the service under test; the token may be null. */
    public static HttpResponse<String> post(String path, String token, String type, String body)
            throws IOException, InterruptedException {
        return post(HttpClient.Version.HTTP_1_1, path, token, type, body);
    }

    /** The same by this version of HTTP. */
    public static HttpResponse<String> post(
            HttpClient.Version version, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(version)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
