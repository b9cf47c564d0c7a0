package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the integrator's guide says is true: its calls, and its table of every refusal. */
class IntegrationsIT {

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");

    @Test
    void the_guide_works_as_pasted_and_a_second_time() throws Exception {
        String calls = Shell.calls("docs/integrations.md");

        for (int time = 0; time < 2; time++) {
            List<String> answers =
                    Shell.paste(calls).lines().filter(line -> !line.isBlank()).toList();

            assertThat(answers).hasSize(10);
            assertThat(answers.get(0)).startsWith("{\"outcome\":\"created\"");
            assertThat(answers.get(1)).startsWith("{\"outcome\":\"unchanged\"");
            assertThat(answers.get(2)).startsWith("{\"outcome\":\"changed\"").contains("\"capacity\":10");
            assertThat(answers.get(3)).contains("\"externalCourseId\":\"massage\"", "\"meeting\":\"READY\"");
            assertThat(answers.get(4))
                    .startsWith("{\"dryRun\":true,\"created\":2,\"changed\":0,\"unchanged\":0,\"failed\":1");
            assertThat(answers.get(5))
                    .startsWith("{\"dryRun\":false,\"created\":2,")
                    .contains("\"code\":\"invalid-request\"", "\"pointer\":\"#/capacity\"");
            assertThat(answers.get(6)).startsWith("{\"outcome\":\"cancelled\"").contains("\"state\":\"CANCELLED\"");
            assertThat(answers.get(7)).startsWith("{\"items\":[").contains("\"updatedUntil\":");
            assertThat(answers.get(8)).contains("\"capacity\":10,\"seatsLeft\":10");
            assertThat(answers.get(9)).contains("\"taken\":0");
            assertThat(answers.toString()).doesNotContain("my-room");
        }
    }

    @Test
    void the_table_names_every_refusal_that_a_class_entry_can_have() throws Exception {
        String guide = Files.readString(Shell.ROOT.resolve("docs/integrations.md"));

        Set<String> codes = codes();

        assertThat(codes)
                .contains("capacity-below-taken", "entry-of-another-course")
                .allSatisfy(code -> assertThat(guide).contains("`" + code + "`"));
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Map<String, Map<String, Map<String, Object>>> paths = Someone.nobody()
                .get("/api/courses/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        paths.forEach((path, operations) -> {
            if (path.contains("class-entries")) {
                operations.values().forEach(operation -> codes.addAll(codes(operation)));
            }
        });
        return codes;
    }

    @SuppressWarnings("unchecked") // JSON as maps
    private static Set<String> codes(Map<String, Object> operation) {
        Set<String> codes = new TreeSet<>();
        ((Map<String, Map<String, String>>) operation.get("responses")).forEach((status, answer) -> {
            if (status.charAt(0) >= '4') {
                CODE.matcher(answer.get("description"))
                        .results()
                        .map(MatchResult::group)
                        .forEach(codes::add);
            }
        });
        return codes;
    }
}
