package org.bearhug.user.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.bearhug.user.Mailbox;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationTest {

    @Test
    void whoever_follows_the_link_in_the_mail_has_an_account() {
        String email = "smoke@bearhug.test";
        given().contentType("application/json")
                .body(Map.of(
                        "email",
                        email,
                        "password",
                        "a fine password",
                        "name",
                        "Smoke",
                        "role",
                        "CARER",
                        "timeZone",
                        "Europe/London"))
                .post("/v1/accounts")
                .then()
                .statusCode(202);
        String token = Mailbox.awaitMail(email, 1).token();

        given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/v1/accounts/verify")
                .then()
                .statusCode(204);

        given().contentType("application/json")
                .body(Map.of("email", email, "password", "a fine password"))
                .post("/v1/login")
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("Bearer"));
    }
}
