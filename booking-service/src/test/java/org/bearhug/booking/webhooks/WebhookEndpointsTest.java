package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where programs listen: made, changed and dropped by their instructor alone. */
@QuarkusTest
class WebhookEndpointsTest {

    private static final String URL = "https://hooks.example.org/bearhug?key=a";

    @Inject
    Given given;

    private final Integrator ines = Integrator.fresh();
    private final Integrator noor = Integrator.fresh();

    @BeforeEach
    void a_fixed_time() {
        given.a_week_before();
    }

    @AfterEach
    void drop_endpoints() {
        given.sql().change("DELETE FROM webhook_endpoint");
    }

    @Test
    void an_endpoint_is_made_and_its_secret_told_once_and_kept_sealed() {
        Response made = ines.makes(Map.of(
                "url", URL, "types", List.of("booking.confirmed", "booking.confirmed"), "description", "My site"));

        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("ETag", startsWith("\"v"))
                .header("Location", matchesPattern(".*/v1/webhook-endpoints/[0-9a-f-]{36}"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("types", contains("booking.confirmed"));
        ines.asks()
                .get("/v1/webhook-endpoints")
                .then()
                .body("items", hasSize(1))
                .body("items[0].url", equalTo(URL))
                .body("items[0].description", equalTo("My site"))
                .body("items[0].enabled", equalTo(true))
                .body("items[0].waiting", equalTo(0))
                .body("items[0].secret", nullValue());
        String kept = given.sql()
                .one(
                        "SELECT sealed FROM webhook_secret WHERE endpoint_id = ?::uuid AND ends_at IS NULL",
                        made.<String>path("id"));
        assertThat(kept).isNotEmpty().doesNotContain(made.<String>path("secret").substring(6));
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        Response made = ines.makes(Map.of("url", URL, "description", "My site"));
        Integrator.Hook hook = new Integrator.Hook(made.path("id"), made.path("secret"));
        Map<String, ?> change = Map.of("types", List.of("session.changed"));

        ines.asks()
                .body(change)
                .patch(Integrator.path(hook))
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        Response changed =
                ines.asks().header("If-Match", made.header("ETag")).body(change).patch(Integrator.path(hook));
        changed.then()
                .statusCode(200)
                .header("ETag", not(made.header("ETag")))
                .body("types", contains("session.changed"))
                .body("description", equalTo("My site"));
        ines.asks()
                .header("If-Match", made.header("ETag"))
                .body("{\"description\": null}")
                .patch(Integrator.path(hook))
                .then()
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
        ines.asks()
                .header("If-Match", changed.header("ETag"))
                .body("{\"description\": null, \"types\": []}")
                .patch(Integrator.path(hook))
                .then()
                .statusCode(200)
                .body("description", nullValue())
                .body("types", empty());
    }

    @Test
    void an_endpoint_is_switched_off_and_on_again() {
        Integrator.Hook hook = ines.made(URL);

        ines.changes(hook, Map.of("enabled", false))
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("disabledWhy", equalTo("BY_HAND"));
        ines.tests(hook).then().statusCode(409).body("code", equalTo("webhook-endpoint-disabled"));
        ines.changes(hook, Map.of("enabled", true))
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("disabledWhy", nullValue());
        ines.tests(hook).then().statusCode(202);
    }

    @Test
    void an_address_is_taken_once_by_an_instructor() {
        Integrator.Hook other = ines.made(URL + "b");
        ines.made(URL);

        ines.makes(Map.of("url", URL)).then().statusCode(409).body("code", equalTo("webhook-url-taken"));
        ines.changes(other, Map.of("url", URL)).then().statusCode(409).body("code", equalTo("webhook-url-taken"));
        noor.made(URL);
    }

    @Test
    void an_instructor_has_ten_endpoints_at_most_also_when_they_are_made_at_once() {
        for (int i = 1; i < 10; i++) {
            ines.made(URL + i);
        }

        List<Integer> answers = Race.of(
                4, i -> () -> ines.makes(Map.of("url", URL + "late" + i)).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(endpoints(ines)).isEqualTo(10);
        ines.makes(Map.of("url", URL)).then().statusCode(409).body("code", equalTo("too-many-webhook-endpoints"));
    }

    @Test
    void another_instructors_endpoint_is_not_there() {
        Integrator.Hook hook = ines.made(URL);

        noor.reads(hook).statusCode(404).body("code", equalTo("not-found"));
        noor.changes(hook, Map.of("enabled", false)).then().statusCode(404);
        noor.tests(hook).then().statusCode(404);
        noor.asks().post(Integrator.path(hook) + "/secrets").then().statusCode(404);
        noor.asks().get(Integrator.path(hook) + "/deliveries").then().statusCode(404);
        noor.resendsFailed(hook, "2026-01-01T00:00:00Z").then().statusCode(404);
        noor.asks().delete(Integrator.path(hook)).then().statusCode(404);
        ines.reads(hook).statusCode(200).body("enabled", equalTo(true));
    }

    @Test
    void a_deleted_endpoint_takes_its_secrets_and_deliveries_along() {
        Integrator.Hook hook = ines.made(URL);
        ines.tests(hook).then().statusCode(202);

        ines.asks().delete(Integrator.path(hook)).then().statusCode(204);

        ines.reads(hook).statusCode(404);
        assertThat(rowsOf(hook)).containsOnly(0L);
    }

    @Test
    void after_two_new_secrets_within_a_day_one_has_to_wait() {
        Integrator.Hook hook = ines.made(URL);
        ines.rotates(hook);
        ines.rotates(hook);

        ines.asks()
                .post(Integrator.path(hook) + "/secrets")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-secrets"));
        TestClock.set(Given.A_WEEK_BEFORE.plus(EndpointSecrets.OLD_ONE_SIGNS));
        ines.rotates(hook);
    }

    @Test
    void who_is_erased_leaves_no_endpoint_and_the_export_has_them_without_secrets() {
        Integrator.Hook hook = ines.made(URL);
        ines.tests(hook).then().statusCode(202);
        String export = Carer.nobody()
                .auth()
                .oauth2(Tokens.ofService("user-service", "accounts:export"))
                .get("/v1/accounts/" + ines.id() + "/export")
                .then()
                .body("webhook_endpoint.url", contains(URL))
                .extract()
                .asString();
        assertThat(export).doesNotContain("whsec_", "sealed");

        Neighbours.publish("user-service", "account.erased", ines.id(), 2, Map.of("id", ines.id()));

        await().until(() -> endpoints(ines) == 0);
        assertThat(rowsOf(hook)).containsOnly(0L);
    }

    private List<Long> rowsOf(Integrator.Hook hook) {
        return Arrays.asList(
                given.sql().one("SELECT count(*) FROM webhook_secret WHERE endpoint_id = ?::uuid", hook.id()),
                given.sql().one("SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ?::uuid", hook.id()));
    }

    private long endpoints(Integrator whose) {
        return given.sql().<Long>one("SELECT count(*) FROM webhook_endpoint WHERE instructor_id = ?", whose.id());
    }
}
