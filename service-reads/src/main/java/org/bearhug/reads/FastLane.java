package org.bearhug.reads;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hands out what is ready as soon as the request is there, to those who do not say who they are; the rest goes on. */
@ApplicationScoped
class FastLane {

    /** After CORS (300), before it is looked at who asks (200). */
    private static final int BEFORE_AUTHENTICATION = 250;

    @Inject
    ReadyStore store;

    void open(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_AUTHENTICATION);
    }

    private void answer(RoutingContext call) {
        HttpServerRequest request = call.request();
        ReadyAnswer ready = isAnybodys(request) ? store.find(request.uri()) : null;
        if (ready == null) {
            call.next();
        } else {
            send(ready.reply(Conditions.of(request)), request);
        }
    }

    private static boolean isAnybodys(HttpServerRequest request) {
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private static void send(Packed.Reply reply, HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        for (Packed.Header header : reply.headers()) {
            response.headers().add(header.name(), header.value());
        }
        if (reply.status() == 200 && request.method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            String.valueOf(reply.body().length()))
                    .end();
        } else {
            response.end(reply.body());
        }
    }
}
