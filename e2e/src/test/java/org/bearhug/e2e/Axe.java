package org.bearhug.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What axe finds wrong on a page. It is asked itself and not through its builder for Playwright, which brings it anew
 * into the page for each look and hands over all that was right too: that took four times as long.
 */
final class Axe {

    private static final String PROGRAM = program();

    private static final String RUN =
            """
            async only => (await axe.run({ runOnly: only, resultTypes: ['violations'] })).violations.map(
                ({ id, nodes }) => `${location.href}: ${id} ${nodes[0].target} ${nodes[0].failureSummary}`)""";

    private static final Map<String, Object> ALL = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

    private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));

    private Axe() {}

    /** By every rule, a line each. */
    static List<String> barriers(Page page) {
        return look(page, ALL);
    }

    /** By what alone another theme can change. */
    static List<String> faintWords(Page page) {
        return look(page, CONTRAST);
    }

    @SuppressWarnings("unchecked") // that is what RUN answers
    private static List<String> look(Page page, Map<String, Object> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(PROGRAM);
        }
        return (List<String>) page.evaluate(RUN, rules);
    }

    private static String program() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
