package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is there. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("bearhug.root"));
    private static final Pattern SETTING = Pattern.compile("(?m)^bearhug\\.((?!feeds)[a-z-]+)=");
    private static final Pattern NAMED = Pattern.compile("BEARHUG_[A-Z_]*[A-Z]");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(#[^)]+)?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]*[a-z](Test|IT)\\b(#\\w+)?");

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
    void every_setting_that_a_document_names_is_in_the_configuration_document() throws IOException {
        String configuration = Files.readString(ROOT.resolve("docs/configuration.md"));

        assertThat(documents()).allSatisfy(document -> assertThat(
                        NAMED.matcher(read(document)).results().map(MatchResult::group))
                .allSatisfy(setting -> assertThat(configuration).contains(setting)));
    }

    @Test
    void links_between_documents_lead_somewhere() throws IOException {
        assertThat(documents()).hasSizeGreaterThan(10).allSatisfy(document -> LINK.matcher(read(document))
                .results()
                .forEach(link -> leadsSomewhere(document, link.group(1), link.group(2))));
    }

    private static void leadsSomewhere(Path from, String file, String part) {
        Path to = file.isEmpty() ? from : from.resolveSibling(file);

        assertThat(to).exists();
        if (part != null) {
            assertThat(HEADING.matcher(read(to)).results().map(heading -> anchor(heading.group(1))))
                    .as(file)
                    .contains(part);
        }
    }

    /** By which the pages of a repository name a heading. */
    private static String anchor(String heading) {
        return "#"
                + heading.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-');
    }

    /** Of a method a document may name the beginning. */
    @Test
    void every_test_that_a_document_names_is_there() throws IOException {
        Map<String, String> tests = files("src/test", ".java")
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Collectors.mapping(DocumentsTest::read, Collectors.joining())));

        List<String> named = documents().stream()
                .flatMap(document -> TEST.matcher(read(document)).results())
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(20).allSatisfy(test -> {
            String[] parts = test.split("#");
            assertThat(tests.getOrDefault(parts[0], ""))
                    .contains(parts.length == 1 ? "class " + test : "void " + parts[1]);
        });
    }

    private static List<Path> documents() throws IOException {
        return Stream.concat(
                        files("docs", ".md"), Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                .toList();
    }

    private static Stream<Path> files(String below, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT, 10)) {
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
