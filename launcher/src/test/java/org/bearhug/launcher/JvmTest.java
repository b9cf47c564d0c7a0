package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {

    @TempDir
    Path root;

    private Settings settings(Map<String, String> environment) {
        return new Settings(root, root.resolve("home"), new Ports(0), environment);
    }

    private List<String> command(String service, Settings settings) {
        return Jvm.of(service, root.resolve("quarkus-run.jar"), false, settings.jvmFlags(service))
                .command("draft");
    }

    @Test
    void what_the_operator_says_comes_last_and_what_is_said_of_one_service_is_for_that_one_alone() {
        Settings settings = settings(Map.of(
                "BEARHUG_JVM", "-Dfor=all",
                "BEARHUG_JVM_BOOKING_SERVICE", " -Xmx1g  -Dfor=one ",
                "BEARHUG_JVM_WEB", ""));

        assertThat(command("booking-service", settings))
                .containsSubsequence("-Xmx256m", "-Dfor=all", "-Xmx1g", "-Dfor=one", "-jar");
        assertThat(command("course-service", settings)).contains("-Dfor=all").doesNotContain("-Xmx1g");
        assertThat(command("web", settings)).contains("-Dfor=all");
        assertThat(command("web", settings(Map.of()))).doesNotContain("-Dfor=all", "");
    }

    @Test
    void the_thorough_compiler_works_where_most_is_asked_and_nowhere_else() throws Exception {
        assertThat(compilersOf("course-service")).contains("mixed mode").doesNotContain("emulated-client");
        assertThat(compilersOf("booking-service")).contains("mixed mode").doesNotContain("emulated-client");
        assertThat(compilersOf("user-service")).contains("emulated-client");
        assertThat(compilersOf("web")).contains("emulated-client");
    }

    /** As the JVM itself says that it works, which complains about a flag that it does not like. */
    private String compilersOf(String service) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(service, settings(Map.of())));
        command.subList(command.size() - 2, command.size()).clear();
        command.add("-version");
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning");
        return said;
    }
}
