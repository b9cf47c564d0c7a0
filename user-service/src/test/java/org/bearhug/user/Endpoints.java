package org.bearhug.user;

import static org.bearhug.user.Someone.nobody;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the service's own document says of its operations. */
final class Endpoints {

    /** One operation of the document. */
    record Endpoint(String method, String path, Map<String, Object> operation) {
        String name() {
            return method + " " + path;
        }

        @SuppressWarnings("unchecked")
        Map<String, Map<String, Object>> responses() {
            return (Map<String, Map<String, Object>>) operation.get("responses");
        }

        /** Whether it says that it needs a token. */
        boolean isProtected() {
            return responses().containsKey("403") && responses().containsKey("401") && !path.startsWith("/v1/login");
        }
    }

    private Endpoints() {}

    static Map<String, Object> document() {
        return nobody().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    @SuppressWarnings("unchecked")
    static List<Endpoint> all() {
        List<Endpoint> endpoints = new ArrayList<>();
        ((Map<String, Map<String, Object>>) document().get("paths"))
                .forEach((path, operations) -> operations.forEach((method, operation) -> endpoints.add(
                        new Endpoint(method.toUpperCase(Locale.ROOT), path, (Map<String, Object>) operation))));
        return endpoints;
    }
}
