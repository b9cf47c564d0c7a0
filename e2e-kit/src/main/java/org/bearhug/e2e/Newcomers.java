package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people come to be known: they register, follow the link in the mail and log in. */
final class Newcomers {

    private Newcomers() {}

    static Someone register(String role) {
        String email = "p" + UUID.randomUUID().toString().substring(0, 13) + "@bearhug.test";
        return named(role, email, role.equals("CARER") ? "Cara Lindqvist" : "Ines Ortega");
    }

    static Someone named(String role, String email, String name) {
        Map<String, String> account = Map.of(
                "email",
                email,
                "password",
                Someone.PASSWORD,
                "name",
                name,
                "role",
                role,
                "timeZone",
                "Europe/London",
                "locale",
                "en-GB");
        inTurn("/api/users/v1/accounts", account).then().statusCode(202);
        Someone.nobody()
                .body(Map.of("token", linkIn(email, "verify")))
                .post("/api/users/v1/accounts/verify")
                .then()
                .statusCode(204);
        return new Someone(email, logIn(email, Someone.PASSWORD));
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

    static String logIn(String email, String password) {
        return inTurn("/api/users/v1/login", Map.of("email", email, "password", password))
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    /** Hashing a password has to wait on a busy machine: whoever is sent away for that comes again. */
    private static Response inTurn(String path, Map<String, String> body) {
        // Whoever asks first starts it, which is not to be counted as waiting.
        House.platform();
        return await().atMost(Duration.ofSeconds(40))
                .until(() -> Someone.nobody().body(body).post(path), answer -> answer.statusCode() != 503);
    }
}
