package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From nobody to the way into the call, with a finger or a mouse. */
class CarerPagesIT {

    @ParameterizedTest
    @EnumSource
    void a_carer_finds_a_class_registers_books_it_and_gets_into_the_call(Visit.Screen screen) {
        Teaching block = Teaching.publish(2, 12, Duration.ofMinutes(10));
        String email = "c" + UUID.randomUUID().toString().substring(0, 13) + "@bearhug.test";
        try (Visit visit = Visit.on(screen)) {
            visit.go("/courses/" + block.courseId());
            visit.sees("Baby massage for beginners");
            visit.tap("Book");
            register(visit, email);

            // Where she wanted to go, she is now.
            visit.sees("Who is coming?");
            addChild(visit, "Mia", 10);
            assertThat(visit.field("Mia").isChecked()).isTrue();
            visit.tap("Keep a seat for us");
            visit.reads("held for you");
            visit.tap("Book for £65");
            visit.sees("You are in");

            visit.follow("My classes");
            visit.sees("Baby massage for beginners");
            joins(visit);
        }
        assertThat(block.places()).containsExactly(1L, 1L);
    }

    /** From the dialog that asks who this is, by the link in the letter, which opens elsewhere. */
    private static void register(Visit visit, String email) {
        visit.sees("Please log in");
        visit.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New here? Make an account"))
                .click();
        visit.fill("Your name", " ");
        visit.fill("E-mail address", email);
        visit.fill("New password", Someone.PASSWORD);
        visit.tap("Make my account");
        visit.reads("Please write a name.");
        visit.fill("Your name", "Cara Lindqvist");
        visit.tap("Make my account");
        visit.sees("Look into your letters");
        visit.go("/verify?token=" + Newcomers.linkIn(email, "verify"));
        visit.tap("Confirm my address");
        visit.sees("Lovely, that is you");
        visit.follow("Log in");
        visit.fill("E-mail address", email);
        visit.fill("Password", Someone.PASSWORD);
        visit.tap("Log in");
    }

    private static void addChild(Visit visit, String name, int weeks) {
        visit.reads("Tell us who is coming along.");
        visit.fill("What do you call it?", name);
        visit.fill("Born on", LocalDate.now().minusWeeks(weeks).toString());
        visit.tap("Add");
        visit.field(name).waitFor();
    }

    /** The door stands open a quarter of an hour before; behind it is another site, which is played here. */
    private static void joins(Visit visit) {
        visit.context.route(
                Pattern.compile("https://zoom\\.example/.*"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<h1>Call</h1>")));
        visit.tap("Join the class");
        visit.page.waitForURL(Teaching.CALL);
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void an_ill_baby_brings_a_credit_and_a_cancelled_booking_its_money(Visit.Screen screen) {
        Teaching block = Teaching.publish(3, 12, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10)).then().statusCode(201);
        try (Visit visit = Visit.on(screen).logIn(cara)) {
            visit.go("/my-classes");
            assertThat(visit.page.locator("join-button button").first().isDisabled())
                    .isTrue();
            visit.tap("Mia is ill");
            visit.tap("Yes, we stay at home");
            visit.sees("Make-up credits");
            assertThat(block.places()).contains(0L, 1L);

            // The child has a place in the other two.
            visit.follow("Choose another date");
            visit.sees("A make-up class");
            visit.page.locator("make-up-page li").first().waitFor();
            assertThat(visit.page.locator("make-up-page li").count()).isEqualTo(1);

            visit.go("/my-classes");
            visit.tap("Cancel this booking");
            visit.reads("come back to you");
            visit.tap("Yes, cancel");
            visit.reads("Nothing booked yet.");
        }
        assertThat(block.taken()).containsOnly(0L);
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void whoever_told_us_of_a_baby_sees_at_once_what_fits_and_logs_in_where_they_read(Visit.Screen screen) {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.child("Mia", 9);
        cara.child("Ben", 70);
        try (Visit visit = Visit.on(screen).logIn(cara)) {
            visit.go("/");
            visit.sees("Fits now");
            visit.reads("9 weeks old");
            visit.tap("Ben");
            visit.reads("16 months old");

            visit.go("/account");
            visit.tap("Log out");
            visit.reads("Slide and see");

            visit.go("/courses/" + block.courseId());
            visit.page.locator("header").getByText("Log in").click();
            visit.fill("E-mail address", cara.email());
            visit.fill("Password", Someone.PASSWORD);
            visit.tap("Log in");
            visit.sees("Choose your dates");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void the_whole_way_goes_by_keyboard(Visit.Screen screen) {
        try (Visit visit = Visit.on(screen)) {
            visit.go("/");
            visit.page.keyboard().press("Tab");
            Locator skip =
                    visit.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to the content"));
            assertThat((Boolean) skip.evaluate("link => link === document.activeElement"))
                    .isTrue();
            visit.page.keyboard().press("Enter");
            assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("content");

            Locator card = visit.page.locator(".card-title a").first();
            card.focus();
            visit.page.evaluate("scrollTo(0, 250)");
            visit.page.keyboard().press("Enter");
            visit.sees("Choose your dates");
            visit.page.waitForFunction("() => document.activeElement.tagName === 'H1' && scrollY === 0");
            visit.page.goBack();
            visit.page.waitForFunction("() => document.activeElement.tagName === 'H1' && scrollY === 250");
        }
    }
}
