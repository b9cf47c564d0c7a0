package org.bearhug.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    private JsonPath document;

    @BeforeEach
    void read() {
        document = as((String) null)
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void every_operation_has_an_id_a_summary_and_its_problem_codes() {
        List<String> ids = new ArrayList<>();
        operations().forEach((name, operation) -> {
            ids.add((String) operation.get("operationId"));
            assertThat(operation.get("operationId")).as(name).isNotNull();
            assertThat((String) operation.get("summary")).as(name).isNotBlank();
            Map<String, Map<String, Object>> answers = answers(operation);
            assertThat(answers.keySet()).as(name).containsAll(expected(name));
            answers.forEach((status, answer) -> {
                if (Integer.parseInt(status) >= 400) {
                    assertThat((String) answer.get("description"))
                            .as(name + " " + status)
                            .matches("[a-z-]+(, [a-z-]+)*");
                }
            });
        });

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @Test
    void a_call_link_goes_in_and_never_comes_out() {
        Map<String, Map<String, Map<String, Object>>> schemas = document.get("components.schemas");

        assertThat(schemas.get("NewBlock").get("properties")).containsKey("callLink");
        for (String view : List.of("BlockView", "SessionView", "CourseView", "CourseCard")) {
            assertThat(schemas.get(view).get("properties").keySet())
                    .noneMatch(property ->
                            property.toLowerCase(java.util.Locale.ROOT).contains("link"));
        }
    }

    @Test
    void it_is_openapi_3_1() {
        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
    }

    private static Set<String> expected(String operation) {
        if (operation.startsWith("post")) {
            return Set.of("401", "403", "409", "422");
        }
        return operation.startsWith("patch") ? Set.of("400", "401", "403", "404", "412", "428") : Set.of("200");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> answers(Map<String, Object> operation) {
        return (Map<String, Map<String, Object>>) operation.get("responses");
    }

    private Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new java.util.TreeMap<>();
        Map<String, Map<String, Map<String, Object>>> paths = document.get("paths");
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            if (Set.of("get", "put", "post", "patch", "delete").contains(method)) {
                operations.put(method + " " + path, operation);
            }
        }));
        return operations;
    }
}
