package org.bearhug.fakestripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bearhug.fakes.Faults;

/**
 * The server. Under {@code /v1} Stripe's API, under {@code /c/pay} the page on which somebody pays; under {@code /fake} a
 * test or a person tells it what to do (see {@link Controls}).
 */
public final class FakeStripe implements AutoCloseable {

    private static final Duration SLOWNESS = Duration.ofSeconds(60);

    /** The parts that the controls reach. */
    record Stage(
            Book book,
            Events events,
            Webhooks webhooks,
            Checkout checkout,
            Payments payments,
            Refunds refunds,
            Keys keys,
            Faults<Fault> faults) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-stripe");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Stage stage;
    private final Controls controls;
    private final Pages pages;

    private FakeStripe(HttpServer server, String address) {
        this.server = server;
        Book book = new Book();
        Webhooks webhooks = new Webhooks(book);
        Events events = new Events(book, webhooks);
        Checkout checkout = new Checkout(book, events, address);
        Payments payments = new Payments(book, events, checkout);
        this.stage = new Stage(
                book,
                events,
                webhooks,
                checkout,
                payments,
                new Refunds(book, events),
                new Keys(),
                new Faults<>(Fault.class));
        this.controls = new Controls(stage);
        this.pages = new Pages(book, checkout, payments);
    }

    /** Starts it; port 0 takes any that is free. */
    public static FakeStripe start(String host, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            FakeStripe stripe = new FakeStripe(
                    server, "http://localhost:" + server.getAddress().getPort());
            server.createContext("/", stripe::answer);
            server.setExecutor(stripe.threads);
            server.start();
            return stripe;
        } catch (IOException e) {
            throw new UncheckedIOException("the fake Stripe cannot listen on port " + port, e);
        }
    }

    /** Where it listens. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Sends webhooks there from now on, signed with this secret. */
    public void sendWebhooksTo(String address, String secret) {
        stage.webhooks().to(address, secret);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        stage.webhooks().close();
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Call call = Call.read(exchange);
        boolean ofStripe = call.path().startsWith("/v1/");
        Optional<Fault> fault = ofStripe ? stage.faults().next(call.line()) : Optional.empty();
        if (ofStripe) {
            stage.book().note(call, fault.orElse(null));
        }
        if (fault.isEmpty()) {
            reply(call, false).send(exchange);
        } else {
            goWrong(fault.get(), call, exchange);
        }
    }

    private void goWrong(Fault fault, Call call, HttpExchange exchange) throws IOException {
        switch (fault) {
            case UNAUTHORIZED -> unauthorized().send(exchange);
            case THROTTLED ->
                Reply.error(429, "invalid_request_error", "rate_limit", null, "Request rate limit exceeded.")
                        .send(exchange);
            case BROKEN -> broken().send(exchange);
            case BROKEN_AFTERWARDS -> reply(call, true).send(exchange);
            case PAGE -> Reply.html(502, "<html><h1>Bad gateway</h1></html>").send(exchange);
            case CUT -> exchange.close();
            case CUT_AFTERWARDS -> reply(call, false).sendHalf(exchange);
            case SLOW -> {
                Reply reply = reply(call, false);
                dawdle();
                reply.send(exchange);
            }
        }
    }

    private static Reply unauthorized() {
        return Reply.error(401, "invalid_request_error", null, null, "Invalid API Key provided.");
    }

    private static Reply broken() {
        return Reply.error(500, "api_error", null, null, "An error occurred internally with Stripe's API.");
    }

    private void dawdle() {
        try {
            closing.await(SLOWNESS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(Call call, boolean breakAfterwards) {
        try {
            if (call.path().startsWith("/fake/")) {
                return controls.answer(call);
            }
            if (!call.path().startsWith("/v1/")) {
                return pages.answer(call);
            }
            if (!String.valueOf(call.header("authorization")).startsWith("Bearer sk_")) {
                return unauthorized();
            }
            String version = call.headers().getOrDefault("stripe-version", "none");
            return stage.keys()
                    .once(call, () -> breakAfterwards ? brokenAfter(call) : api(call))
                    .with("Stripe-Version", version);
        } catch (Reply.Refused refused) {
            return refused.reply;
        }
    }

    private Reply brokenAfter(Call call) {
        api(call);
        return broken();
    }

    private Reply api(Call call) {
        return switch (call.parts().get(1)) {
            case "checkout" -> stage.checkout().answer(call);
            case "payment_intents" -> stage.payments().answer(call);
            case "refunds" -> stage.refunds().answer(call);
            case "disputes" -> stage.payments().answer(call);
            case "events" ->
                Reply.json(
                        200,
                        call.parts().size() == 3
                                ? stage.events().get(call.parts().get(2))
                                : Book.list("/v1/events", stage.events().list()));
            default -> throw unknown(call);
        };
    }

    static Reply.Refused unknown(Call call) {
        return new Reply.Refused(Reply.error(
                404,
                "invalid_request_error",
                null,
                null,
                "Unrecognized request URL (" + call.method() + ": " + call.path() + ")."));
    }
}
