package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    private static final Set<String> CODES = Set.of(
            "invalid-request",
            "invalid-token",
            "invalid-credentials",
            "forbidden",
            "email-not-verified",
            "not-found",
            "too-many-children",
            "idempotency-key-in-use",
            "idempotency-key-reused",
            "other-browser",
            "invalid-passkey",
            "passkey-known",
            "name-taken",
            "too-many-api-clients",
            "too-many-secrets",
            "last-secret",
            "too-many-carers",
            "too-many-invitations",
            "last-carer",
            "child-is-shared",
            "too-many-changes",
            "own-account",
            "not-an-instructor",
            "fresh-login-needed",
            "erasure-not-asked",
            "version-conflict",
            "precondition-required",
            "rate-limited",
            "service-unavailable",
            "invalid_request",
            "invalid_scope",
            "invalid_client",
            "unsupported_grant_type");

    /** Or with one that is described elsewhere. */
    private static final Set<String> WITHOUT_BODY = Set.of("/v1/me/export", "/events", "/oauth/revoke");

    @Test
    void the_document_is_of_version_three_one() {
        assertThat((String) Endpoints.document().get("openapi")).startsWith("3.1");
    }

    @Test
    void each_operation_has_an_id_of_its_own_and_a_summary() {
        assertThat(Endpoints.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(endpoint -> assertThat(endpoint.operation()).containsKeys("operationId", "summary", "tags"))
                .extracting(endpoint -> endpoint.operation().get("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_operation_says_what_it_answers() {
        assertThat(Endpoints.all()).allSatisfy(endpoint -> assertThat(endpoint.responses().entrySet().stream()
                        .filter(answer -> answer.getKey().startsWith("2")))
                .as(endpoint.name())
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(answer.getValue().get("description")).isNotIn("OK", "Created", "No Content")));
    }

    @Test
    void each_answer_with_a_body_is_described_by_a_schema_of_its_own() {
        List<String> schemas = new ArrayList<>();
        for (Endpoints.Endpoint endpoint : Endpoints.all()) {
            for (String status : List.of("200", "201")) {
                if (endpoint.responses().containsKey(status) && !WITHOUT_BODY.contains(endpoint.path())) {
                    String content =
                            String.valueOf(endpoint.responses().get(status).get("content"));
                    assertThat(content).as(endpoint.name()).contains("application/json", "#/components/schemas/");
                    schemas.add(content);
                }
            }
        }
        assertThat(schemas).hasSizeGreaterThan(25);
    }

    @Test
    void requests_of_two_features_have_two_schemas() {
        Map<String, Object> bodies = new HashMap<>();
        for (Endpoints.Endpoint endpoint : Endpoints.all()) {
            if (endpoint.operation().containsKey("requestBody")) {
                bodies.put(endpoint.name(), endpoint.operation().get("requestBody"));
            }
        }
        assertThat(bodies).hasSizeGreaterThan(8);
        assertThat(bodies.values()).doesNotHaveDuplicates();
        assertThat(bodies.get("PATCH /v1/me").toString()).contains("AccountChange");
    }

    @Test
    void each_refusal_names_its_codes() {
        assertThat(Endpoints.all()).allSatisfy(endpoint -> endpoint.responses().forEach((status, answer) -> {
            if (status.charAt(0) >= '4') {
                String description = (String) answer.get("description");
                String[] named = description.split("[;]")[0].split(", ");
                assertThat(CODES)
                        .as("%s %s: %s", endpoint.name(), status, description)
                        .contains(named[0]);
            }
        }));
    }

    @Test
    void whatever_takes_a_body_may_find_it_invalid() {
        assertThat(Endpoints.all().stream()
                        .filter(endpoint -> endpoint.operation().containsKey("requestBody")))
                .hasSizeGreaterThan(8)
                .allSatisfy(endpoint ->
                        assertThat(endpoint.responses()).as(endpoint.name()).containsKey("400"));
    }
}
