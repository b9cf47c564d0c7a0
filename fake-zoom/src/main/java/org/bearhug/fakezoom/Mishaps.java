package org.bearhug.fakezoom;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.bearhug.fakes.FakeServer;

/** Calls that go wrong, each in its own way. */
final class Mishaps {

    private static final Duration SLOWNESS = Duration.ofSeconds(60);
    private static final Duration LATENESS = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final FakeServer server;
    private final MeetingBook book;

    Mishaps(FakeServer server, MeetingBook book) {
        this.server = server;
        this.book = book;
    }

    /** @param well the answer if nothing went wrong, which some faults come after */
    void happen(Fault fault, Call call, HttpExchange exchange, Function<Call, Reply> well) throws IOException {
        book.log().noteFault(call, fault);
        switch (fault) {
            case UNAUTHORIZED -> Reply.error(401, 124, "Invalid access token.").send(exchange);
            case THROTTLED -> throttled(book.now().plus(PAUSE).toString()).send(exchange);
            case THROTTLED_SECONDS ->
                throttled(String.valueOf(PAUSE.toSeconds())).send(exchange);
            case THROTTLED_DATE ->
                throttled(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                book.now().plus(PAUSE).atOffset(ZoneOffset.UTC)))
                        .send(exchange);
            case THROTTLED_SILENTLY -> throttled().send(exchange);
            case DAILY_LIMIT -> book.daily().refusal(book.now()).send(exchange);
            case BROKEN -> Reply.error(500, 500, "Internal server error").send(exchange);
            case BROKEN_AFTERWARDS -> {
                well.apply(call);
                Reply.error(500, 500, "Internal server error").send(exchange);
            }
            case PAGE -> Reply.html(502, "<html><h1>Bad gateway</h1></html>").send(exchange);
            case CUT -> exchange.close();
            case CUT_AFTERWARDS -> well.apply(call).sendHalf(exchange);
            case SLOW -> {
                Reply reply = well.apply(call);
                server.dawdle(SLOWNESS);
                reply.send(exchange);
            }
            case LATE -> {
                book.log().owe(1);
                server.dawdle(LATENESS);
                Reply reply = well.apply(call);
                book.log().owe(-1);
                reply.send(exchange);
            }
            case REFUSED -> refusal(call).send(exchange);
        }
    }

    /** With what was sent in its words, and the way into the meeting. */
    private Reply refusal(Call call) {
        String meeting = call.parts().stream()
                .filter(part -> part.matches("\\d{11}"))
                .flatMap(id -> book.find(Long.parseLong(id)).stream())
                .map(Meeting::joinUrl)
                .findFirst()
                .orElse("a new one");
        return Reply.error(400, 300, "Validation Failed for %s: %s".formatted(meeting, call.body()));
    }

    private static Reply throttled(String retryAfter) {
        return throttled().with("Retry-After", retryAfter);
    }

    private static Reply throttled() {
        return Reply.error(
                429, 429, "You have reached the maximum per-second rate limit for this API. Try again later.");
    }
}
