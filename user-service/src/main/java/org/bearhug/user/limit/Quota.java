package org.bearhug.user.limit;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.bearhug.kit.Refusal;

/**
 * What is left of a limit, as the caller is told of it in the fields {@code RateLimit-Policy} and {@code RateLimit}
 * (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param left how often it may still be tried; below zero when it was tried too often
 * @param reset when the count begins anew
 */
public record Quota(String policy, int limit, Duration window, int left, Duration reset) {

    /** As after a try that was taken back. */
    public Quota full() {
        return new Quota(policy, limit, window, limit, reset);
    }

    public boolean isExceeded() {
        return left < 0;
    }

    public Quota tell(HttpServerResponse answer) {
        answer.putHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, limit, window.toSeconds()));
        answer.putHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, Math.max(0, left), seconds()));
        return this;
    }

    /** As in {@code Retry-After}: rounded up. */
    private long seconds() {
        return Math.max(1, reset.plusMillis(999).toSeconds());
    }

    /**
     * Lets nobody pass who tried too often.
     *
     * @throws Refusal 429 {@code rate-limited}
     */
    public void require(String detail) {
        if (isExceeded()) {
            throw new Refusal(429, "rate-limited", detail).retryAfter(reset);
        }
    }
}
