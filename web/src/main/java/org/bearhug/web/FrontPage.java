package org.bearhug.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page at the door: what this is and where to go on. */
@ApplicationScoped
class FrontPage {

    @Inject
    Neighbourhood neighbourhood;

    @ConfigProperty(name = "bearhug.demo")
    boolean demo;

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance front(List<Neighbourhood.Api> apis, String mailbox, boolean demo);
    }

    void open(@Observes Router router) {
        router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::show);
    }

    private void show(RoutingContext call) {
        TemplateInstance page =
                Templates.front(neighbourhood.apis(call.request()), neighbourhood.mailbox(call.request()), demo);
        answer(call.response(), 200, page);
    }

    static void answer(HttpServerResponse response, int status, TemplateInstance page) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(page.render());
    }
}
