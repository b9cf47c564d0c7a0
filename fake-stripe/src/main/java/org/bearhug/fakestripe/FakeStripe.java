package org.bearhug.fakestripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.bearhug.fakes.FakeServer;

/**
 * The server. Under {@code /v1} Stripe's API, under {@code /c/pay} the page on which somebody pays; under {@code /fake} a
 * test or a person tells it what to do (see {@link Controls}).
 */
public final class FakeStripe implements AutoCloseable {

    private final FakeServer server;
    private final Stage stage;
    private final Mishaps mishaps;
    private final Controls controls;
    private final Pages pages;

    private FakeStripe(FakeServer server) {
        this.server = server;
        this.stage = Stage.empty(server.address());
        this.mishaps = new Mishaps(server);
        this.controls = new Controls(stage);
        this.pages = new Pages(stage.book(), stage.checkout(), stage.payments());
    }

    /** Starts it; port 0 takes any that is free. */
    public static FakeStripe start(String host, int port) {
        FakeServer server = FakeServer.listen("fake-stripe", host, port);
        FakeStripe stripe = new FakeStripe(server);
        server.answer(stripe::answer);
        return stripe;
    }

    /** Where it listens. */
    public String address() {
        return server.address();
    }

    /** Sends webhooks there from now on, signed with this secret. */
    public void sendWebhooksTo(String address, String secret) {
        stage.webhooks().to(address, secret);
    }

    @Override
    public void close() {
        server.close();
        stage.webhooks().close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Call call = Call.read(exchange);
        boolean ofStripe = call.path().startsWith("/v1/");
        Optional<Fault> fault = ofStripe ? stage.faults().next(call.line()) : Optional.empty();
        if (ofStripe) {
            stage.book().note(call, fault.orElse(null));
        }
        if (fault.isEmpty()) {
            reply(call, this::api).send(exchange);
        } else {
            mishaps.happen(fault.get(), exchange, broken -> reply(call, broken ? this::brokenAfter : this::api));
        }
    }

    private Reply reply(Call call, Function<Call, Reply> done) {
        try {
            if (call.path().startsWith("/fake/")) {
                return controls.answer(call);
            }
            if (!call.path().startsWith("/v1/")) {
                return pages.answer(call);
            }
            if (!String.valueOf(call.header("authorization")).startsWith("Bearer sk_")) {
                return Mishaps.unauthorized();
            }
            String version = call.headers().getOrDefault("stripe-version", "none");
            return stage.keys().once(call, () -> done.apply(call)).with("Stripe-Version", version);
        } catch (Reply.Refused refused) {
            return refused.reply;
        }
    }

    private Reply brokenAfter(Call call) {
        api(call);
        return Mishaps.broken();
    }

    private Reply api(Call call) {
        return switch (call.parts().get(1)) {
            case "checkout" -> stage.checkout().answer(call);
            case "payment_intents" -> stage.payments().answer(call);
            case "refunds" -> stage.refunds().answer(call);
            case "disputes" -> stage.disputes().answer(call);
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
