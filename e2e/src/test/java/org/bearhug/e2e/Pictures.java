package org.bearhug.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes the pictures in docs/pictures anew: {@code -Dit.test=Pictures}. It is no test, so no build runs it by itself. */
class Pictures {

    private static final Path FOLDER = Path.of(System.getProperty("bearhug.root"), "docs", "pictures");
    private static final String PASSWORD = "bearhug-demo-1";

    @Test
    void of_the_main_pages() {
        String course = Someone.nobody()
                .get("/api/courses/v1/courses?topic=baby-massage&q=six")
                .path("items[0].id");
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            take(visit.go("/"), "front-page-phone");
            take(visit.go("/courses/" + course), "course-phone");
        }
        try (Visit visit = Visit.on(Visit.Screen.DESKTOP)) {
            take(visit.go("/"), "front-page");
        }
        try (Visit visit =
                Visit.on(Visit.Screen.PHONE, ColorScheme.DARK).logIn("cara@demo.bearhug.example", PASSWORD)) {
            take(visit.go("/my-classes"), "my-classes-phone-dark");
        }
        try (Visit visit = Visit.on(Visit.Screen.DESKTOP).logIn("ines@demo.bearhug.example", PASSWORD)) {
            take(visit.go("/teach"), "teach");
            take(visit.go("/teach/courses/" + course), "course-desk");
        }
    }

    private static void take(Visit visit, String name) {
        visit.picture(FOLDER.resolve(name + ".png"));
    }
}
