package org.bearhug.user.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import javax.sql.DataSource;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.bearhug.user.token.TokenIssuer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntrospectionTest {

    private static final String SECRET = "bearhug-development-booking-service";

    @Inject
    People people;

    @Inject
    TokenIssuer tokens;

    @Inject
    DataSource database;

    @Test
    void a_service_learns_whose_token_it_is() {
        Someone cara = people.carer();

        introspect(cara.token())
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("active", equalTo(true))
                .body("token_type", equalTo("Bearer"))
                .body("sub", equalTo(cara.id().toString()))
                .body("client_id", equalTo("bearhug"))
                .body("groups", contains("carer"))
                .body("iss", equalTo(Tokens.ISSUER))
                .body("$", hasKey("exp"))
                .body("$", not(hasKey("scope")));
    }

    @Test
    void a_clients_token_tells_its_scope() {
        Someone ines = people.instructor();

        introspect(tokens.forClient(ines.id().toString(), "website", Set.of("classes:write"), true))
                .body("active", equalTo(true))
                .body("scope", equalTo("classes:write"))
                .body("client_id", equalTo("website"))
                .body("$", not(hasKey("groups")));
        introspect(tokens.forService("course-service", Set.of("events:read"))).body("active", equalTo(true));
    }

    @Test
    void of_a_token_that_is_not_good_nothing_is_told_but_that() {
        Someone cara = people.carer();
        String cookie = cara.logIn();
        String good = cara.token();
        String changed = good.substring(0, good.length() - 20) + "AAAAAAAAAAAAAAAAAAAA";
        Someone gone = people.carer();
        new Sql(database).change("DELETE FROM account WHERE id = ?", gone.id());

        for (String token :
                new String[] {changed, cookie, "x", "a.b.c", "x".repeat(1500), gone.token(), Tokens.of(Person.CARA)}) {
            assertThat(introspect(token).statusCode(200).extract().asString()).isEqualTo("{\"active\":false}");
        }
    }

    @Test
    void nobody_else_may_ask() {
        Someone ines = people.instructor();
        JsonPath client = ines.makesClient("classes:write");

        refused(null, null);
        refused("booking-service", "wrong");
        refused(client.getString("id"), client.getString("secret"));
        ines.asks()
                .contentType("application/x-www-form-urlencoded")
                .body("token=x")
                .post("/oauth/introspect")
                .then()
                .statusCode(401);
    }

    private static void refused(String id, String secret) {
        var request = given().formParam("token", "x");
        (id == null ? request : request.auth().preemptive().basic(id, secret))
                .post("/oauth/introspect")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void a_request_without_a_token_is_invalid() {
        given().auth()
                .preemptive()
                .basic("booking-service", SECRET)
                .formParam("token_type_hint", "access_token")
                .post("/oauth/introspect")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    private static ValidatableResponse introspect(String token) {
        return given().auth()
                .preemptive()
                .basic("booking-service", SECRET)
                .formParam("token", token)
                .post("/oauth/introspect")
                .then();
    }
}
