package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person who registered, followed the link in the mail and logged in, all through the front door. */
record Someone(String email, String token) {

    static final String PASSWORD = "a fine password";

    private static final String ADMIN = "ada@demo.bearhug.example";

    static {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    static Someone carer() {
        return register("CARER");
    }

    static Someone instructor() {
        return register("INSTRUCTOR");
    }

    /** The admin of the demo people. */
    static Someone admin() {
        return new Someone(ADMIN, logIn(ADMIN, "bearhug-demo-1"));
    }

    private static Someone register(String role) {
        String email = "p" + UUID.randomUUID().toString().substring(0, 13) + "@bearhug.test";
        return named(role, email, role.equals("CARER") ? "Cara Lindqvist" : "Ines Ortega");
    }

    static Someone named(String role, String email, String name) {
        Map<String, String> account = Map.of(
                "email",
                email,
                "password",
                PASSWORD,
                "name",
                name,
                "role",
                role,
                "timeZone",
                "Europe/London",
                "locale",
                "en-GB");
        inTurn("/api/users/v1/accounts", account).then().statusCode(202);
        nobody().body(Map.of("token", linkIn(email, "verify")))
                .post("/api/users/v1/accounts/verify")
                .then()
                .statusCode(204);
        return new Someone(email, logIn(email, PASSWORD));
    }

    /** The token in the newest mail to this address that leads to this page. */
    static String linkIn(String email, String page) {
        Pattern link = Pattern.compile("/" + page + "\\?token=([A-Za-z0-9_-]+)");
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> given()
                                .baseUri(House.platform().mailbox().toString())
                                .queryParam("to", email)
                                .get("/api/mails")
                                .jsonPath()
                                .<String>getList("text")
                                .stream()
                                .map(link::matcher)
                                .filter(Matcher::find)
                                .map(token -> token.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String logIn(String email, String password) {
        return inTurn("/api/users/v1/login", Map.of("email", email, "password", password))
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    /** Hashing a password has to wait on a busy machine: whoever is sent away for that comes again. */
    private static Response inTurn(String path, Map<String, String> body) {
        return await().atMost(Duration.ofSeconds(40))
                .until(() -> nobody().body(body).post(path), answer -> answer.statusCode() != 503);
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
