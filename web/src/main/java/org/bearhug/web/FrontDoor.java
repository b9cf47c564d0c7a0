package org.bearhug.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at every request first: refuses what is written in a tricky way and hands on what is for a service. */
@ApplicationScoped
class FrontDoor {

    /** Before all that Quarkus puts in the way. */
    private static final int FIRST = Integer.MIN_VALUE + 1000;

    private final Relay relay;
    private final List<Upstream> upstreams;

    FrontDoor(
            Relay relay,
            @ConfigProperty(name = "bearhug.users-url") URI users,
            @ConfigProperty(name = "bearhug.courses-url") URI courses,
            @ConfigProperty(name = "bearhug.bookings-url") URI bookings) {
        this.relay = relay;
        this.upstreams = List.of(
                new Upstream(
                        "user-service", "/api/users", users, List.of("/v1/", "/.well-known/", "/oauth/", "/openapi")),
                new Upstream("course-service", "/api/courses", courses, List.of("/v1/", "/openapi")),
                new Upstream("booking-service", "/api/bookings", bookings, List.of("/v1/", "/openapi")));
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::receive);
        router.route().last().handler(call -> Problem.notFound().answer(call.response()));
    }

    private void receive(RoutingContext call) {
        RawPath path = RawPath.of(call.request().uri());
        if (!path.isPlain()) {
            Problem.badPath().answer(call.response());
        } else if (path.text().startsWith("/api/") || path.text().equals("/api")) {
            handOn(call, path.text());
        } else {
            PageHeaders.put(call, path.text());
            call.next();
        }
    }

    private void handOn(RoutingContext call, String path) {
        upstreams.stream()
                .filter(upstream -> upstream.takes(path) && upstream.isOpen(path))
                .findFirst()
                .ifPresentOrElse(upstream -> relay.hand(call.request(), upstream), () -> Problem.notFound()
                        .answer(call.response()));
    }
}
