package org.bearhug.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person who registered, followed the link in the mail and logged in, all through the front door. */
record Someone(String email, String token) {

    static final String PASSWORD = "a fine password";

    private static final String ADMIN = "ada@demo.bearhug.example";

    static {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    static Someone carer() {
        return Newcomers.register("CARER");
    }

    static Someone instructor() {
        return Newcomers.register("INSTRUCTOR");
    }

    /** The admin of the demo people. */
    static Someone admin() {
        return new Someone(ADMIN, Newcomers.logIn(ADMIN, "bearhug-demo-1"));
    }

    static RequestSpecification nobody() {
        return given().baseUri(House.platform().door().toString()).contentType("application/json");
    }

    /** A request of this person through the front door. */
    RequestSpecification asks() {
        return nobody().auth().oauth2(token);
    }

    /** A new child, born so many weeks ago. */
    String child(String name, int weeksAgo) {
        return asks().body(Map.of(
                        "name",
                        name,
                        "bornOn",
                        LocalDate.now().minusWeeks(weeksAgo).toString()))
                .post("/api/users/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** This carer was present at the first session of a block, as booking-service would tell when it has been. */
    void cameTo(Teaching block) {
        String id = asks().get("/api/users/v1/me").path("id");
        House.change(
                "courses",
                "INSERT INTO attended (place_id, session_id, carer_id, present, version) VALUES (uuidv7(), '%s', '%s', true, 1)"
                        .formatted(block.sessionIds().get(0), id));
    }

    /** Books through the front door. */
    Response book(String key, String what, String id, List<String> children) {
        return asks().header("Idempotency-Key", key)
                .body(Map.of(what, id, "childIds", children))
                .post("/api/bookings/v1/bookings");
    }

    Response bookBlock(String block, String... children) {
        return book(UUID.randomUUID().toString(), "blockId", block, List.of(children));
    }

    Response bookSession(String session, String... children) {
        return book(UUID.randomUUID().toString(), "sessionId", session, List.of(children));
    }
}
