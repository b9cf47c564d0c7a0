package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells people to paste is pasted. */
class ReadmeIT {

    private static final Pattern CALLS = Pattern.compile("```bash\n(API=.*?)```", Pattern.DOTALL);

    @Test
    void the_first_calls_work_as_pasted_and_a_second_time() throws Exception {
        assumeTrue(hasCurl(), "needs curl and a shell");
        String calls =
                calls().replace("http://localhost:8080", House.platform().door().toString());

        for (int time = 0; time < 2; time++) {
            String answers = paste(calls);
            assertThat(answers)
                    .contains("\"title\":\"Free taster: meet us on the sofa\"", "\"seatsLeft\":")
                    .contains("\"state\":\"CONFIRMED\"", "/join\"")
                    .doesNotContain("urn:bearhug:problem");
        }
    }

    private static String calls() throws IOException {
        Matcher block = CALLS.matcher(Files.readString(Path.of(System.getProperty("bearhug.root"), "README.md")));
        assertThat(block.find()).as("a block that begins with API=").isTrue();
        return block.group(1);
    }

    private static boolean hasCurl() throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0;
    }

    private static String paste(String calls) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", calls).redirectErrorStream(true).start();
        String answers = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return answers;
    }
}
