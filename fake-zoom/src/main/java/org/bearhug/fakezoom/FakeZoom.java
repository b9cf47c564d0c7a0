package org.bearhug.fakezoom;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import org.bearhug.fakes.FakeServer;
import org.bearhug.fakes.Faults;

/**
 * The server. Under {@code /v2} Zoom's API, under {@code /oauth} its tokens, under {@code /j} and {@code /s} the pages
 * that a participant and a host see; under {@code /fake} a test or a person tells it what to do (see {@link Controls}).
 */
public final class FakeZoom implements AutoCloseable {

    private final FakeServer server;
    private final Faults<Fault> faults = new Faults<>(Fault.passing());
    private final Contract contract = Contract.find();
    private final Tokens tokens = new Tokens();
    private final TokenCalls oauth = new TokenCalls(tokens);
    private final MeetingBook book;
    private final Webhooks webhooks;
    private final MeetingCalls meetings;
    private final Mishaps mishaps;
    private final Controls controls;
    private final Pages pages;

    private FakeZoom(FakeServer server) {
        this.server = server;
        this.book = new MeetingBook(server.address());
        this.webhooks = new Webhooks(book);
        this.meetings = new MeetingCalls(book);
        this.mishaps = new Mishaps(server, book);
        this.controls = new Controls(faults, book, tokens, contract, webhooks);
        this.pages = new Pages(book, new Visits(book, webhooks));
    }

    /** Starts it; port 0 takes any that is free. */
    public static FakeZoom start(String host, int port) {
        FakeServer server = FakeServer.listen("fake-zoom", host, port);
        FakeZoom zoom = new FakeZoom(server);
        server.answer(zoom::answer);
        return zoom;
    }

    /** Where it listens. */
    public String address() {
        return server.address();
    }

    /** Sends webhooks there from now on, signed with this secret. */
    public void sendWebhooksTo(String address, String secret) {
        webhooks.to(address, secret);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Call call = Call.read(exchange);
        boolean ofZoom = call.path().startsWith("/v2/") || call.path().matches("/oauth/(token|revoke)");
        Optional<Fault> fault = ofZoom ? faults.next(call.line()) : Optional.empty();
        if (fault.isEmpty()) {
            reply(call).send(exchange);
        } else {
            mishaps.happen(fault.get(), call, exchange, this::reply);
        }
    }

    private Reply reply(Call call) {
        try {
            if (call.path().startsWith("/fake/")) {
                return controls.answer(call);
            } else if (call.path().startsWith("/oauth/")) {
                return oauth.answer(call);
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
