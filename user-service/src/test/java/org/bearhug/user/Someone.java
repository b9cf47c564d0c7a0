package org.bearhug.user;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person with an account and a fresh access token. */
public record Someone(UUID id, String email, String name, String token) {

    /** The password of everybody here. */
    public static final String PASSWORD = "a fine password";

    /** A request without a token. */
    public static RequestSpecification nobody() {
        return RestAssured.given().urlEncodingEnabled(false).contentType("application/json");
    }

    /** A request of this person. */
    public RequestSpecification asks() {
        return nobody().auth().oauth2(token);
    }

    /** What this person logs in with. */
    public Map<String, String> credentials() {
        return Map.of("email", email, "password", PASSWORD);
    }

    /** The headers of an answer, save for how often one may still ask. */
    public static List<Header> headersOf(ExtractableResponse<Response> answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equals("RateLimit"))
                .toList();
    }

    /** Logs in and returns the refresh cookie. */
    public String logIn() {
        return nobody().body(credentials())
                .post("/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .cookie("bearhug_refresh");
    }

    /** Makes an API client with these scopes; what is answered is all that is ever told of its secret. */
    public JsonPath makesClient(String... scopes) {
        return asks().body(Map.of("name", "website", "scopes", List.of(scopes)))
                .post("/v1/me/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
