package org.bearhug.fakestripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.bearhug.fakes.FakeServer;

/** Calls that go wrong, each in its own way. */
final class Mishaps {

    private static final Duration SLOWNESS = Duration.ofSeconds(60);

    private final FakeServer server;

    Mishaps(FakeServer server) {
        this.server = server;
    }

    /** @param done does what was asked; given true, it then answers that something broke, and remembers that answer */
    void happen(Fault fault, HttpExchange exchange, Function<Boolean, Reply> done) throws IOException {
        switch (fault) {
            case UNAUTHORIZED -> unauthorized().send(exchange);
            case THROTTLED ->
                Reply.error(429, "invalid_request_error", "rate_limit", null, "Request rate limit exceeded.")
                        .send(exchange);
            case BROKEN -> broken().send(exchange);
            case BROKEN_AFTERWARDS -> done.apply(true).send(exchange);
            case PAGE -> Reply.html(502, "<html><h1>Bad gateway</h1></html>").send(exchange);
            case CUT -> exchange.close();
            case CUT_AFTERWARDS -> done.apply(false).sendHalf(exchange);
            case SLOW -> {
                Reply reply = done.apply(false);
                server.dawdle(SLOWNESS);
                reply.send(exchange);
            }
        }
    }

    static Reply unauthorized() {
        return Reply.error(401, "invalid_request_error", null, null, "Invalid API Key provided.");
    }

    static Reply broken() {
        return Reply.error(500, "api_error", null, null, "An error occurred internally with Stripe's API.");
    }
}
