package org.bearhug.user.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Tokens;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenEndpointTest {

    private static final String SECRET = "bearhug-development-course-service";

    @Inject
    People people;

    @Test
    void a_service_gets_a_token_and_reads_the_feed() {
        String token = token("course-service", SECRET, Map.of())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("scope", equalTo("events:read seats:write"))
                .extract()
                .path("access_token");
        Someone cara = people.carer();
        cara.asks()
                .body(Map.of("name", "Mila", "bornOn", LocalDate.now().toString()))
                .post("/v1/me/children");

        given().auth()
                .oauth2(token)
                .queryParam("limit", 1000)
                .get("/events")
                .then()
                .statusCode(200)
                .contentType("application/cloudevents-batch+json")
                .body(
                        "findAll { it.type == 'child.changed' }.data.carerId",
                        hasItem(cara.id().toString()));
        assertThat(claims(token).getString("sub")).isEqualTo("course-service");
        assertThat(claims(token).getString("client_id")).isEqualTo("course-service");
    }

    @Test
    void a_service_may_ask_for_less() {
        token("course-service", SECRET, Map.of("scope", "seats:write"))
                .statusCode(200)
                .body("scope", equalTo("seats:write"));
        token("course-service", SECRET, Map.of("scope", " "))
                .statusCode(200)
                .body("scope", equalTo("events:read seats:write"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes:write", "events:read admin", "carer", "events:read\u0000"})
    void a_service_may_not_ask_for_more(String scope) {
        token("course-service", SECRET, Map.of("scope", scope)).statusCode(400).body("error", equalTo("invalid_scope"));
    }

    @Test
    void another_grant_is_refused() {
        token("course-service", SECRET, Map.of("grant_type", "password"))
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
        given().auth()
                .preemptive()
                .basic("course-service", SECRET)
                .formParam("scope", "events:read")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void a_wrong_secret_and_an_unknown_client_are_answered_alike() {
        String wrong = refused("course-service", "bearhug-development-booking-service");
        String unknown = refused("nobody", SECRET);
        String otherClient = refused(UUID.randomUUID().toString(), SECRET);

        assertThat(wrong).isEqualTo(unknown).isEqualTo(otherClient);
    }

    private static String refused(String id, String secret) {
        return token(id, secret, Map.of())
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic realm=\"bearhug\""))
                .body("error", equalTo("invalid_client"))
                .extract()
                .asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic bm9jb2xvbg==",
                "Basic JTo=",
                "Digest x",
                "basic bm8lenrjOm4="
            })
    void credentials_that_cannot_be_read_are_none(String authorization) {
        given().header("Authorization", authorization)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void credentials_are_form_encoded_before_they_are_joined() {
        String encoded = Base64.getEncoder()
                .encodeToString(("course%2Dservice:" + SECRET.replace("-", "%2D")).getBytes(StandardCharsets.UTF_8));

        given().header("Authorization", "Basic " + encoded)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void secrets_do_not_travel_in_the_body_nor_as_json() {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "course-service")
                .formParam("client_secret", SECRET)
                .post("/oauth/token")
                .then()
                .statusCode(401);
        given().auth()
                .preemptive()
                .basic("course-service", SECRET)
                .contentType("application/json")
                .body("{\"grant_type\": \"client_credentials\"}")
                .post("/oauth/token")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void the_server_says_what_it_can_do() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=300"))
                .body("issuer", equalTo(Tokens.ISSUER))
                .body("token_endpoint", equalTo(Tokens.ISSUER + "/oauth/token"))
                .body("jwks_uri", equalTo(Tokens.ISSUER + "/.well-known/jwks.json"))
                .body("grant_types_supported", hasItem("client_credentials"))
                .body("revocation_endpoint", equalTo(Tokens.ISSUER + "/oauth/revoke"))
                .body("revocation_endpoint_auth_methods_supported", hasItem("none"))
                .body("access_token_revocation_supported", equalTo(false))
                .body("introspection_endpoint", equalTo(Tokens.ISSUER + "/oauth/introspect"))
                .body("introspection_endpoint_auth_methods_supported", equalTo(List.of("client_secret_basic")));
    }

    static ValidatableResponse token(String id, String secret, Map<String, String> parameters) {
        return given().auth()
                .preemptive()
                .basic(id, secret)
                .formParam("grant_type", parameters.getOrDefault("grant_type", "client_credentials"))
                .formParams(parameters.containsKey("scope") ? Map.of("scope", parameters.get("scope")) : Map.of())
                .post("/oauth/token")
                .then();
    }

    static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
