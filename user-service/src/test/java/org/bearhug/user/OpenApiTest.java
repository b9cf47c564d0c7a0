package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bearhug.testing.ApiDocument;
import org.bearhug.testing.Endpoint;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends ApiDocument {

    /** Or with one that is described elsewhere. */
    private static final Set<String> WITHOUT_BODY = Set.of("/v1/me/export", "/events", "/oauth/revoke");

    /** OAuth's own errors are words with a low line. */
    OpenApiTest() {
        super(
                "invalid-credentials",
                "email-not-verified",
                "too-many-children",
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
                "invalid_request",
                "invalid_scope",
                "invalid_client",
                "unsupported_grant_type");
    }

    @Test
    void each_answer_with_a_body_is_described_by_a_schema_of_its_own() {
        List<String> schemas = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all()) {
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
        for (Endpoint endpoint : Endpoint.all()) {
            if (endpoint.operation().containsKey("requestBody")) {
                bodies.put(endpoint.name(), endpoint.operation().get("requestBody"));
            }
        }
        assertThat(bodies).hasSizeGreaterThan(8);
        assertThat(bodies.values()).doesNotHaveDuplicates();
        assertThat(bodies.get("PATCH /v1/me").toString()).contains("AccountChange");
    }
}
