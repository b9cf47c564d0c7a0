package org.bearhug.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a thumb misses: whatever can be tapped is 44 pixels high and wide, with the label or the card that is tapped for it. */
final class Thumbs {

    private static final String SMALL =
            """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(each => each.checkVisibility() && !each.closest('.skip, [inert]'))
                .map(each => ({
                    name: each.innerText || each.ariaLabel || each.name,
                    box: (each.closest('.card-title') ? each.closest('.card') : each.closest('label') ?? each).getBoundingClientRect(),
                }))
                .filter(({ box }) => Math.round(box.width) < 44 || Math.round(box.height) < 44)
                .map(({ name, box }) => `${location.href}: "${name}" is ${box.width} by ${box.height} pixels`)""";

    private Thumbs() {}

    /** A line each. */
    @SuppressWarnings("unchecked") // that is what SMALL answers
    static List<String> miss(Page page) {
        return (List<String>) page.evaluate(SMALL);
    }
}
