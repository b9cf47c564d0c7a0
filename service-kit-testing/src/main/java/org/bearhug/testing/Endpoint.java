package org.bearhug.testing;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation, as the OpenAPI document of the service under test tells of it. */
public record Endpoint(String method, String path, Map<String, Object> operation) {

    /** The document as a whole. */
    public static Map<String, Object> document() {
        return RestAssured.given()
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    /** All operations of the document. */
    @SuppressWarnings("unchecked") // JSON as maps
    public static List<Endpoint> all() {
        List<Endpoint> endpoints = new ArrayList<>();
        ((Map<String, Map<String, Object>>) document().get("paths"))
                .forEach((path, operations) -> operations.forEach((method, operation) -> endpoints.add(
                        new Endpoint(method.toUpperCase(Locale.ROOT), path, (Map<String, Object>) operation))));
        return endpoints;
    }

    /** Method and path. */
    public String name() {
        return method + " " + path;
    }

    /** Its answers by their status. */
    @SuppressWarnings("unchecked") // JSON as maps
    public Map<String, Map<String, Object>> responses() {
        return (Map<String, Map<String, Object>>) operation.get("responses");
    }

    /** Whether it says that it needs a token with a right. */
    public boolean isProtected() {
        return responses().keySet().containsAll(List.of("401", "403"));
    }
}
