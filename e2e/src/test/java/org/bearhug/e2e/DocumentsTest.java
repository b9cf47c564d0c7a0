package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is there. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("bearhug.root"));
    private static final Pattern SETTING = Pattern.compile("(?m)^bearhug\\.((?!feeds)[a-z-]+)=");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void every_setting_of_every_module_is_in_the_configuration_document() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/configuration.md"));

        List<String> settings = files("src/main/resources", ".properties")
                .flatMap(file -> SETTING.matcher(read(file)).results())
                .map(found ->
                        "`BEARHUG_" + found.group(1).toUpperCase(Locale.ROOT).replace('-', '_') + "`")
                .distinct()
                .toList();

        assertThat(settings).hasSizeGreaterThan(20).allSatisfy(setting -> assertThat(document)
                .contains(setting));
    }

    @Test
    void links_between_documents_lead_somewhere() throws IOException {
        List<Path> documents = Stream.concat(
                        files("docs", ".md"), Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                .toList();

        assertThat(documents).hasSizeGreaterThan(10).allSatisfy(document -> LINK.matcher(read(document))
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2, link.length() - 1))
                .forEach(link -> assertThat(document.resolveSibling(link)).exists()));
    }

    private static Stream<Path> files(String below, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT, 8)) {
            return all
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> ROOT.relativize(file).toString().contains(below))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
