package org.bearhug.fakezoom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bearhug.fakes.Faults;

/**
 * The server. Under {@code /v2} Zoom's API, under {@code /oauth} its tokens, under {@code /j} and {@code /s} the pages
 * that a participant and a host see; under {@code /fake} a test or a person tells it what to do (see {@link Controls}).
 */
public final class FakeZoom implements AutoCloseable {

    private static final Duration SLOWNESS = Duration.ofSeconds(60);
    private static final Duration LATENESS = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-zoom");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Faults<Fault> faults = new Faults<>(Fault.class);
    private final Contract contract = Contract.find();
    private final Tokens tokens;
    private final MeetingBook book;
    private final MeetingCalls meetings;
    private final Controls controls;
    private final Pages pages;

    private FakeZoom(HttpServer server, String address) {
        this.server = server;
        this.tokens = new Tokens();
        this.book = new MeetingBook(address);
        this.meetings = new MeetingCalls(book);
        Webhooks webhooks = new Webhooks(book);
        this.controls = new Controls(faults, book, tokens, contract, webhooks);
        this.pages = new Pages(book, new Visits(book, webhooks));
    }

    /** Starts it; port 0 takes any that is free. */
    public static FakeZoom start(String host, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            FakeZoom zoom = new FakeZoom(
                    server, "http://localhost:" + server.getAddress().getPort());
            server.createContext("/", zoom::answer);
            server.setExecutor(zoom.threads);
            server.start();
            return zoom;
        } catch (IOException e) {
            throw new UncheckedIOException("the fake Zoom cannot listen on port " + port, e);
        }
    }

    /** Where it listens. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Sends webhooks there from now on, signed with this secret. */
    public void sendWebhooksTo(String address, String secret) {
        book.webhooks(address, secret);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Call call = Call.read(exchange);
        boolean ofZoom = call.path().startsWith("/v2/") || call.path().matches("/oauth/(token|revoke)");
        Optional<Fault> fault = ofZoom ? faults.next(call.line()) : Optional.empty();
        if (fault.isEmpty()) {
            reply(call).send(exchange);
        } else {
            goWrong(fault.get(), call, exchange);
        }
    }

    private void goWrong(Fault fault, Call call, HttpExchange exchange) throws IOException {
        book.noteFault(call, fault);
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
            case DAILY_LIMIT -> book.dailyLimit().send(exchange);
            case BROKEN -> Reply.error(500, 500, "Internal server error").send(exchange);
            case BROKEN_AFTERWARDS -> {
                reply(call);
                Reply.error(500, 500, "Internal server error").send(exchange);
            }
            case PAGE -> Reply.html(502, "<html><h1>Bad gateway</h1></html>").send(exchange);
            case CUT -> exchange.close();
            case CUT_AFTERWARDS -> reply(call).sendHalf(exchange);
            case SLOW -> {
                Reply reply = reply(call);
                dawdle(SLOWNESS);
                reply.send(exchange);
            }
            case LATE -> {
                book.owe(1);
                dawdle(LATENESS);
                Reply reply = reply(call);
                book.owe(-1);
                reply.send(exchange);
            }
        }
    }

    private static Reply throttled(String retryAfter) {
        return throttled().with("Retry-After", retryAfter);
    }

    private static Reply throttled() {
        return Reply.error(
                429, 429, "You have reached the maximum per-second rate limit for this API. Try again later.");
    }

    private void dawdle(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(Call call) {
        try {
            if (call.path().startsWith("/fake/")) {
                return controls.answer(call);
            } else if (call.path().startsWith("/oauth/")) {
                return tokens.answer(call);
            } else if (call.path().startsWith("/v2/")) {
                String user = tokens.userOf(call);
                contract.check(call);
                return meetings.answer(call, user);
            }
            return pages.answer(call);
        } catch (Reply.Refused refused) {
            return refused.reply;
        }
    }
}
