package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.bearhug.course.zoom.ZoomPlanLevel.Weight;

/** One call to Zoom's API: with a token, at the allowed rate, and with an answer or a failure that says what it means. */
@ApplicationScoped
class ZoomCalls {

    private static final int INVALID_TOKEN = 124;
    private static final int NO_SUCH_MEETING = 3001;
    private static final int NO_SUCH_MEETING_TO_REGISTER_FOR = 1001;

    @Inject
    ZoomSettings settings;

    @Inject
    AccessTokens tokens;

    @Inject
    RateLimits limits;

    @Inject
    Wire wire;

    @Inject
    Clock clock;

    /**
     * Makes the call, and once more with another token when Zoom does not know the one it had.
     *
     * @param path below the API's address, encoded
     * @param body null for none
     */
    JsonNode make(UUID connection, Weight weight, String method, String path, JsonNode body) {
        String token = tokens.of(connection, null);
        Wire.Answer answer = send(connection, weight, method, path, body, token);
        if (isUnauthorised(answer)) {
            answer = send(connection, weight, method, path, body, tokens.of(connection, token));
        }
        return judged(answer, path);
    }

    private Wire.Answer send(UUID connection, Weight weight, String method, String path, JsonNode body, String token) {
        limits.await(connection, weight);
        return wire.send(HttpRequest.newBuilder(URI.create(settings.apiUrl + path))
                .timeout(settings.timeout)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static boolean isUnauthorised(Wire.Answer answer) {
        return answer.status() == 401 || answer.status() == 400 && answer.code() == INVALID_TOKEN;
    }

    private JsonNode judged(Wire.Answer answer, String path) {
        if (answer.status() == 204) {
            return answer.json();
        } else if (answer.isGood()) {
            if (answer.json().isObject()) {
                return answer.json();
            }
            throw ZoomFailure.unsure("an answer that is no JSON");
        } else if (answer.status() == 429) {
            throw throttled(answer);
        } else if (answer.status() >= 500
                || isUnauthorised(answer)
                || answer.json().isMissingNode()) {
            // 401 with a fresh token passes, as experience has it.
            throw ZoomFailure.unsure("status " + answer.status());
        } else if (answer.code() == NO_SUCH_MEETING
                || path.startsWith("/meetings/") && answer.code() == NO_SUCH_MEETING_TO_REGISTER_FOR) {
            throw ZoomFailure.gone(answer.code());
        }
        throw ZoomFailure.refused(answer.status(), answer.code());
    }

    private ZoomFailure throttled(Wire.Answer answer) {
        Instant now = clock.instant();
        Instant until = RetryAfter.read(answer.header("Retry-After"), now).orElse(null);
        String why = answer.header("X-RateLimit-Type").orElse("")
                + answer.json().path("message").asText();
        if (why.toLowerCase(Locale.ROOT).contains("daily")) {
            return ZoomFailure.dailyLimit(until == null ? tomorrow(now) : until);
        }
        return ZoomFailure.throttled(until);
    }

    /** When Zoom begins to count anew. */
    static Instant tomorrow(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
