package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** HTTP to Zoom: every wait has an end, for the body too, and no answer is so broken that reading it throws. */
@ApplicationScoped
class Wire {

    private static final Logger LOG = Logger.getLogger(Wire.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ZoomSettings settings;

    /** HTTP/1.1, since Zoom's token endpoint was seen to leave HTTP/2 streams open. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** @param json missing when the body is none that can be read */
    record Answer(int status, JsonNode json, HttpHeaders headers) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        int code() {
            return json.path("code").asInt();
        }

        Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }

    /** @throws ZoomFailure {@code UNSURE} when there is no whole answer in time */
    Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = sent.get(settings.timeout.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debugf(
                    "%s %d %s",
                    request.method(),
                    answer.statusCode(),
                    answer.headers().firstValue("x-zm-trackingid").orElse(""));
            return new Answer(answer.statusCode(), read(answer.body()), answer.headers());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw ZoomFailure.unsure("no answer in time");
        } catch (ExecutionException e) {
            throw ZoomFailure.unsure(
                    "no whole answer: " + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw ZoomFailure.unsure("stopped while waiting");
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
