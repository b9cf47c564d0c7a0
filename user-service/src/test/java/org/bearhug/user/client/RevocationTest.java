package org.bearhug.user.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationTest {

    private static final String SECRET = "bearhug-development-course-service";

    @Inject
    People people;

    @Inject
    DataSource database;

    @Test
    void a_refresh_token_that_is_given_back_ends_its_log_in() {
        Someone cara = people.carer();
        String cookie = cara.logIn();
        String other = cara.logIn();

        revoke(given(), cookie).statusCode(200).body(emptyString());

        refresh(cookie).statusCode(401);
        refresh(other).statusCode(200);
        revoke(given(), cookie).statusCode(200);
    }

    @Test
    void an_older_token_of_a_log_in_ends_it_too() {
        String first = people.carer().logIn();
        String second = refresh(first).extract().cookie("bearhug_refresh");

        revoke(given().formParam("token_type_hint", "refresh_token"), first).statusCode(200);

        refresh(second).statusCode(401);
    }

    @Test
    void an_access_token_and_any_other_text_are_answered_alike_without_effect() {
        Someone cara = people.carer();

        for (String token : new String[] {cara.token(), "x", "a.b", "x".repeat(1500)}) {
            revoke(given(), token).statusCode(200).body(emptyString());
        }

        cara.asks().get("/v1/me").then().statusCode(200);
    }

    @Test
    void another_client_has_no_refresh_tokens_to_give_back() {
        Someone cara = people.carer();
        String cookie = cara.logIn();

        revoke(given().auth().preemptive().basic("course-service", SECRET), cookie)
                .statusCode(200);

        assertThat(new Sql(database).<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id()))
                .isOne();
    }

    @Test
    void a_client_that_cannot_prove_itself_is_refused() {
        String cookie = people.carer().logIn();

        revoke(given().auth().preemptive().basic("course-service", "wrong"), cookie)
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        revoke(given().formParam("client_id", "course-service"), cookie)
                .statusCode(401)
                .body("error", equalTo("invalid_client"));

        refresh(cookie).statusCode(200);
        revoke(given().formParam("client_id", "bearhug"), cookie).statusCode(200);
        refresh(cookie).statusCode(401);
    }

    @Test
    void a_request_without_a_token_is_invalid() {
        given().formParam("token_type_hint", "refresh_token")
                .post("/oauth/revoke")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    private static ValidatableResponse revoke(RequestSpecification client, String token) {
        return client.formParam("token", token).post("/oauth/revoke").then();
    }

    private static ValidatableResponse refresh(String cookie) {
        return given().cookie("bearhug_refresh", cookie)
                .post("/v1/login/refresh")
                .then();
    }
}
