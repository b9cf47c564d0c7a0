package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.bearhug.testing.Person;
import org.bearhug.testing.TokenRefusals;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTokensTest extends TokenRefusals {

    @Override
    protected String path() {
        return "/v1/notes/me";
    }

    @Test
    void a_scope_of_a_client_opens_what_asks_for_it() {
        String owner = Person.INES.id().toString();
        String client = Tokens.ofClient(owner, "website", "bookings:read classes:write");

        given().auth()
                .oauth2(client)
                .get("/v1/notes/scoped")
                .then()
                .statusCode(200)
                .body(equalTo(owner));
        given().auth()
                .oauth2(Person.INES.token())
                .get("/v1/notes/scoped")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.ofClient(owner, "website", "bookings:read"))
                .get("/v1/notes/scoped")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void a_challenge_comes_once() {
        for (RequestSpecification request : List.of(given(), given().auth().oauth2("garbage"))) {
            assertThat(request.get("/v1/notes/me").headers().getValues("WWW-Authenticate"))
                    .containsExactly("Bearer");
        }
    }

    @Test
    void a_scope_never_passes_for_a_group() {
        String client = Tokens.ofClient(Person.CARA.id().toString(), "website", "carer instructor");

        given().auth().oauth2(client).get("/v1/notes/me").then().statusCode(403);
    }

    @Test
    void a_service_acts_for_no_account() {
        given().auth()
                .oauth2(Tokens.ofService("course-service", "classes:write"))
                .get("/v1/notes/scoped")
                .then()
                .statusCode(403);
    }

    @Test
    void a_method_that_says_nothing_is_closed() {
        given().auth()
                .oauth2(Person.ADA.token())
                .get("/v1/notes/open-by-mistake")
                .then()
                .statusCode(403);
    }
}
