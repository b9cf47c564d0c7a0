package org.bearhug.booking.webhooks;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;

/** An instructor with programs that want to be told. */
record Integrator(UUID id) {

    private static final String ENDPOINTS = "/v1/webhook-endpoints";

    /** An endpoint and the secret that was told once. */
    record Hook(String id, String secret) {}

    static Integrator fresh() {
        return new Integrator(UUID.randomUUID());
    }

    RequestSpecification asks() {
        return Carer.nobody()
                .auth()
                .oauth2(Tokens.forPerson(Person.INES)
                        .claim("sub", id.toString())
                        .good());
    }

    Response makes(Map<String, ?> wish) {
        return asks().body(wish).post(ENDPOINTS);
    }

    Hook listens(Receiver receiver, String... types) {
        return made(Map.of("url", receiver.address(), "types", List.of(types)));
    }

    /** One at an address where nobody listens. */
    Hook made(String url) {
        return made(Map.of("url", url));
    }

    private Hook made(Map<String, ?> wish) {
        JsonPath made = makes(wish).then().statusCode(201).extract().jsonPath();
        return new Hook(made.getString("id"), made.getString("secret"));
    }

    ValidatableResponse reads(Hook hook) {
        return asks().get(path(hook)).then();
    }

    /** Whatever its version is. */
    Response changes(Hook hook, Map<String, ?> change) {
        return asks().header("If-Match", "*").body(change).patch(path(hook));
    }

    Response tests(Hook hook) {
        return asks().post(path(hook) + "/test");
    }

    String rotates(Hook hook) {
        return asks().post(path(hook) + "/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    JsonPath deliveries(Hook hook) {
        return asks().get(path(hook) + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    Response resends(Hook hook, String delivery) {
        return asks().post(path(hook) + "/deliveries/" + delivery + "/resend");
    }

    Response resendsFailed(Hook hook, String since) {
        return asks().body(Map.of("since", since)).post(path(hook) + "/deliveries/resend");
    }

    static String path(Hook hook) {
        return ENDPOINTS + "/" + hook.id();
    }
}
