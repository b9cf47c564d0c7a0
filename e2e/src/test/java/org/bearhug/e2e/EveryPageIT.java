package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on each page: nobody is kept out, in the light or in the dark, on a phone or at a desk. */
class EveryPageIT {

    private static final int LARGEST_FIRST_PAGE = 150_000;

    private static EveryPage pages;

    @BeforeAll
    static void something_on_each_page() {
        Chromium.browser();
        pages = EveryPage.furnished();
    }

    @ParameterizedTest
    @EnumSource
    void axe_finds_nothing_wrong_on_any_page_a_thumb_meets_all_and_none_greets_with_a_problem(
            EveryPage.Audience audience) {
        List<String> barriers = new ArrayList<>();
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            for (String path : pages.of(audience, visit)) {
                visit.go(path).looksAt(Visit.Screen.PHONE, ColorScheme.LIGHT);
                visit.page
                        .locator("main .notice.problem")
                        .allInnerTexts()
                        .forEach(problem -> barriers.add(path + " greets with: " + problem));
                barriers.addAll(Thumbs.miss(visit.page));
                for (Visit.Screen screen : Visit.Screen.values()) {
                    Axe.barriers(visit.looksAt(screen, ColorScheme.LIGHT).page)
                            .forEach(barrier -> barriers.add(screen + " " + barrier));
                    Axe.faintWords(visit.looksAt(screen, ColorScheme.DARK).page)
                            .forEach(barrier -> barriers.add(screen + " in the dark " + barrier));
                }
            }
        }

        assertThat(barriers).isEmpty();
    }

    @Test
    void something_would_be_found() {
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            visit.go("/login");
            visit.page.evaluate("document.querySelectorAll('label').forEach(label => label.remove())");

            assertThat(Axe.barriers(visit.page)).isNotEmpty();
            assertThat(Axe.faintWords(visit.page)).isEmpty();
            visit.page.evaluate("document.body.style.color = '#ddd'");
            assertThat(Axe.faintWords(visit.page)).isNotEmpty();
            assertThat(Thumbs.miss(visit.page)).isEmpty();
            visit.page.evaluate("document.querySelector('main button').style.cssText = 'min-height: 0; padding: 0'");
            assertThat(Thumbs.miss(visit.page)).isNotEmpty();
        }
    }

    @Test
    void the_first_page_is_light() {
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            visit.go("/");
            visit.page.waitForLoadState(LoadState.NETWORKIDLE);
            Object bytes = visit.page.evaluate(
                    "['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
                            + ".filter(entry => !entry.name.endsWith('/sw.js')).reduce((sum, entry) => sum + entry.transferSize, 0)");

            assertThat(((Number) bytes).intValue()).isBetween(20_000, LARGEST_FIRST_PAGE);
        }
    }

    @Test
    void it_can_be_installed() {
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            visit.go("/");
            visit.page.waitForLoadState(LoadState.NETWORKIDLE);
            JsonArray hindrances = visit.context
                    .newCDPSession(visit.page)
                    .send("Page.getInstallabilityErrors")
                    .getAsJsonArray("installabilityErrors");

            assertThat(hindrances)
                    .extracting(each -> each.getAsJsonObject().get("errorId").getAsString())
                    // Which each browser of a test is.
                    .containsExactly("in-incognito");
        }
    }

    @Test
    void nothing_comes_from_elsewhere_and_a_refusal_by_the_policy_would_be_seen() {
        try (Visit visit = Visit.on(Visit.Screen.DESKTOP)) {
            List<String> elsewhere = new ArrayList<>();
            visit.page.onRequest(request -> {
                if (!request.url().startsWith(House.platform().door().toString())) {
                    elsewhere.add(request.url());
                }
            });
            pages.ofNobody().forEach(visit::go);

            assertThat(elsewhere).isEmpty();
            assertThat(visit.page.evaluate("new Promise(seen => {"
                            + " document.addEventListener('securitypolicyviolation', event => seen(event.violatedDirective));"
                            + " navigator.sendBeacon('https://elsewhere.example/'); })"))
                    .asString()
                    .startsWith("connect-src");
            visit.forgive("elsewhere.example");
        }
    }
}
