package org.bearhug.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers each address of the client with its one page, which then looks at the address itself. */
@ApplicationScoped
class ClientPages {

    private static final String PAGE = "/index.html";

    @Inject
    Neighbourhood neighbourhood;

    @ConfigProperty(name = "bearhug.demo")
    boolean demo;

    void open(@Observes Router router) {
        router.get("/house.json").handler(this::describe);
        router.get().order(Integer.MIN_VALUE + 2000).handler(ClientPages::lead);
    }

    private static void lead(RoutingContext call) {
        if (isPage(call.normalizedPath()) && wantsHtml(call)) {
            call.reroute(PAGE);
        } else {
            call.next();
        }
    }

    /** A page's address has no dot in its last part and is none of Quarkus' own. */
    private static boolean isPage(String path) {
        return !path.equals(PAGE)
                && path.indexOf('.', path.lastIndexOf('/')) < 0
                && !path.startsWith("/q/")
                && !path.startsWith("/static/");
    }

    private static boolean wantsHtml(RoutingContext call) {
        String accept = call.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private void describe(RoutingContext call) {
        JsonObject house = new JsonObject().put("demo", demo).put("apis", neighbourhood.apis(call.request()));
        String mailbox = neighbourhood.mailbox(call.request());
        if (mailbox != null) {
            house.put("mailbox", mailbox);
        }
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(house.encode());
    }
}
