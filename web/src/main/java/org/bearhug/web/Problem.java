package org.bearhug.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** What the door itself has to say, in the form in which the services say theirs (RFC 9457). */
record Problem(int status, String code, String title, String detail) {

    private static final String RETRY_AFTER_SECONDS = "2";

    static Problem badPath() {
        return new Problem(400, "invalid-request", "Invalid request", "No address here is written like this.");
    }

    static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "There is nothing at this address.");
    }

    static Problem away(String service) {
        return new Problem(
                503,
                "service-unavailable",
                "Service unavailable",
                "The " + service + " does not answer at the moment. Please try again.");
    }

    void answer(HttpServerResponse response) {
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.end(new JsonObject()
                .put("type", "urn:bearhug:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .encode());
    }
}
