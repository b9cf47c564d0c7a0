package org.bearhug.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document of each service has to say. A service extends it with the problem codes of its own. */
public abstract class ApiDocument {

    private static final Set<String> EVERYWHERE = Set.of(
            "invalid-request",
            "invalid-token",
            "forbidden",
            "not-found",
            "idempotency-key-missing",
            "idempotency-key-in-use",
            "idempotency-key-reused",
            "version-conflict",
            "precondition-required",
            "rate-limited",
            "service-unavailable");

    private final Set<String> codes = new HashSet<>(EVERYWHERE);

    /** With the codes that only this service has. */
    protected ApiDocument(String... own) {
        codes.addAll(Set.of(own));
    }

    @Test
    void the_document_is_of_version_three_one() {
        assertThat((String) Endpoint.document().get("openapi")).startsWith("3.1");
    }

    @Test
    void each_operation_has_an_id_of_its_own_a_summary_and_a_tag() {
        assertThat(Endpoint.all())
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(endpoint.operation())
                        .as(endpoint.name())
                        .containsKeys("operationId", "summary", "tags"))
                .extracting(endpoint -> endpoint.operation().get("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_operation_says_what_it_answers_when_all_is_well() {
        assertThat(Endpoint.all()).allSatisfy(endpoint -> assertThat(endpoint.responses().entrySet().stream()
                        .filter(answer -> answer.getKey().charAt(0) < '4'))
                .as(endpoint.name())
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.getValue().get("description"))
                        .isNotIn("OK", "Created", "No Content", "See Other")));
    }

    @Test
    void each_refusal_names_its_codes() {
        assertThat(Endpoint.all()).allSatisfy(endpoint -> endpoint.responses().forEach((status, answer) -> {
            if (status.charAt(0) >= '4') {
                String description = (String) answer.get("description");
                assertThat(codes)
                        .as("%s %s: %s", endpoint.name(), status, description)
                        .contains(description.split("[^a-z_-]")[0]);
            }
        }));
    }

    @Test
    void whatever_takes_a_body_may_find_it_invalid() {
        assertThat(Endpoint.all().stream()
                        .filter(endpoint -> endpoint.operation().containsKey("requestBody")))
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.responses()).as(endpoint.name()).containsKey("400"));
    }
}
