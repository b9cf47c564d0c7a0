package org.bearhug.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What browsers are told to refuse on our pages, and how long to keep what they are made of. */
final class PageHeaders {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Names of what is under /static/ change with its content; all else is asked for anew each time. */
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private PageHeaders() {}

    static void put(RoutingContext call, String path) {
        HttpServerResponse response = call.response();
        call.addHeadersEndHandler(end -> keep(response, path));
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    private static void keep(HttpServerResponse response, String path) {
        int status = response.getStatusCode();
        boolean lasts = path.startsWith("/static/") && (status < 300 || status == 304);
        if (lasts || !"no-store".equals(response.headers().get(HttpHeaders.CACHE_CONTROL))) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, lasts ? FOR_GOOD : "no-cache");
        }
    }
}
