package org.bearhug.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the links of our letters lead. To look at the page confirms nothing, since mail programs look at links too; the
 * button does.
 */
@ApplicationScoped
class LetterPages {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

    /** Where letters lead too; the web client will have these pages. */
    private static final String[] LATER = {
        "/login", "/forgot-password", "/reset-password", "/magic-link", "/invitation", "/erasure", "/account"
    };

    private static final int LONGEST_FORM = 2048;
    private static final int SECONDS = 1000;

    private final HttpClient client;
    private final String users;

    LetterPages(Vertx vertx, @ConfigProperty(name = "bearhug.users-url") String users) {
        this.client = vertx.createHttpClient();
        this.users = users;
    }

    /** The pages' templates. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance verify(String token);

        static native TemplateInstance message(String title, String text);
    }

    void open(@Observes Router router) {
        router.get("/verify").handler(this::ask);
        router.post("/verify").handler(this::read);
        for (String later : LATER) {
            router.get(later)
                    .handler(call -> say(
                            call,
                            200,
                            "Not here yet",
                            "This page comes with the web client. Until then, the API of the users does it; the front"
                                    + " page leads to its document."));
        }
    }

    private void ask(RoutingContext call) {
        String token = call.request().getParam("token");
        if (token == null || !TOKEN.matcher(token).matches()) {
            runOut(call);
        } else {
            FrontPage.answer(call.response(), 200, Templates.verify(token));
        }
    }

    private static void runOut(RoutingContext call) {
        say(call, 400, "This link has run out", "Please register again, and we send you a new one.");
    }

    private void read(RoutingContext call) {
        HttpServerRequest request = call.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() > 4 || Integer.parseInt(length) > LONGEST_FORM) {
            runOut(call);
            return;
        }
        request.setExpectMultipart(true);
        request.endHandler(end -> confirm(call, request.getFormAttribute("token")));
        request.resume();
    }

    private void confirm(RoutingContext call, String token) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(users + "/v1/accounts/verify")
                        .setConnectTimeout(2 * SECONDS)
                        .setIdleTimeout(10 * SECONDS)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json"))
                .compose(request ->
                        request.send(new JsonObject().put("token", token).encode()))
                .map(HttpClientResponse::statusCode)
                .onSuccess(status -> tell(call, status))
                .onFailure(away -> tell(call, 503));
    }

    private static void tell(RoutingContext call, int status) {
        switch (status) {
            case 204 -> say(call, 200, "Lovely, that is you", "Your address is confirmed and your account is ready.");
            case 400 -> runOut(call);
            default -> say(call, 503, "One moment", "Something does not answer. Please go back and try again.");
        }
    }

    private static void say(RoutingContext call, int status, String title, String text) {
        FrontPage.answer(call.response(), status, Templates.message(title, text));
    }
}
