package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pastes what documents tell people to paste. */
final class Shell {

    static final Path ROOT = Path.of(System.getProperty("bearhug.root"));

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    private Shell() {}

    /** The blocks of a document from the one that says where the API is, for the platform under test. */
    static String calls(String document) {
        try {
            String calls = BLOCK.matcher(Files.readString(ROOT.resolve(document)))
                    .results()
                    .map(MatchResult::group)
                    .map(block -> block.substring("```bash\n".length(), block.length() - "```".length()))
                    .dropWhile(block -> !block.startsWith("API="))
                    .collect(Collectors.joining("\n"));
            assertThat(calls).as("a block that begins with API=").startsWith("API=http://localhost:8080/api");
            return calls.replace(
                    "http://localhost:8080", House.platform().door().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all of it answers. */
    static String paste(String calls) throws Exception {
        assumeTrue(new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0, "needs curl and a shell");
        return output(
                new ProcessBuilder("sh", "-c", calls).redirectErrorStream(true).start());
    }

    static String output(Process process) throws Exception {
        String answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        CallAddresses.requireNone("what was answered to what a document says to paste", answers);
        return answers;
    }
}
