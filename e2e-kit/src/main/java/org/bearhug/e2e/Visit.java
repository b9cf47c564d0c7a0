package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.HarContentPolicy;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody at a screen of their own, who sees only what is to be seen. Whatever the browser complains of on the way,
 * a refused part of a page included, fails the test at the end of the visit, and so does the address of a call in any answer.
 */
final class Visit implements AutoCloseable {

    /** What somebody looks at. */
    enum Screen {
        PHONE(390, 844),
        DESKTOP(1280, 800);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final double PATIENCE = 15_000;

    /** It has a heading or tells of a problem, and nothing on it is on its way. */
    private static final String SETTLED = "() => document.querySelector('main h1, main [role=alert]')"
            + " && !document.querySelector('main .skeletons')";

    final BrowserContext context;
    private final Recording recording;
    final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(BrowserContext context, Recording recording) {
        this.context = context;
        this.recording = recording;
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            boolean ofTheNetwork = message.text().startsWith("Failed to load resource");
            if ((message.type().equals("error") || message.type().equals("warning")) && !ofTheNetwork) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    static Visit on(Screen screen) {
        return on(screen, ColorScheme.LIGHT);
    }

    static Visit on(Screen screen, ColorScheme theme) {
        return on(screen, theme, House.platform().door());
    }

    /** At another house than that of most tests. */
    static Visit on(Screen screen, ColorScheme theme, URI door) {
        Recording recording = Recording.begin();
        return new Visit(
                Chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setRecordHarPath(recording.file())
                                .setRecordHarContent(HarContentPolicy.EMBED)
                                .setBaseURL(door.toString())
                                .setViewportSize(screen.width, screen.height)
                                .setHasTouch(screen == Screen.PHONE)
                                .setColorScheme(theme)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("en-GB")
                                .setTimezoneId("Europe/London")),
                recording);
    }

    /** The same page elsewhere and at another time of day; it is not fetched anew. */
    Visit looksAt(Screen screen, ColorScheme theme) {
        page.setViewportSize(screen.width, screen.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return this;
    }

    /** Goes to an address, and waits until its page is there. */
    Visit go(String path) {
        page.navigate(path);
        page.waitForFunction(SETTLED);
        return this;
    }

    /** As who has been here before: the browser has its cookie, and the client knows whom it belongs to. */
    Visit logIn(String email, String password) {
        Map<String, String> who = Map.of("email", email, "password", password);
        assertThat(context.request()
                        .post("/api/users/v1/login", RequestOptions.create().setData(who))
                        .status())
                .isEqualTo(200);
        page.navigate("/account");
        page.waitForFunction("() => localStorage.getItem('bearhug.person')");
        return this;
    }

    Visit logIn(Someone someone) {
        return logIn(someone.email(), Someone.PASSWORD);
    }

    void fill(String label, String text) {
        field(label).fill(text);
    }

    Locator field(String label) {
        return content().getByLabel(label).first();
    }

    /** A button of this name, in an open dialog or else on the page. */
    void tap(String name) {
        button(name).click();
    }

    Locator button(String name) {
        return front().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    void follow(String name) {
        link(name).click();
    }

    Locator link(String name) {
        return content()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Waits until the page has this heading. */
    void sees(String heading) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))
                .first()
                .waitFor();
    }

    void reads(String words) {
        page.getByText(words).first().waitFor();
    }

    private Locator content() {
        return page.locator("main");
    }

    private Locator front() {
        Locator dialog = page.locator("dialog[open]");
        return dialog.count() > 0 ? dialog.last() : content();
    }

    /** Takes no offence at complaints about this, which were wanted. */
    void forgive(String words) {
        complaints.removeIf(complaint -> complaint.contains(words));
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
        recording.read();
        assertThat(complaints).isEmpty();
    }
}
