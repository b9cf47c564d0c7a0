package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a class costs less by: a pass, and a voucher. */
class PassPagesIT {

    @Test
    void an_instructor_sells_a_pass_and_a_carer_buys_it_and_books_with_it() {
        Teaching block = Teaching.publish(2, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.child("Mia", 10);
        try (Visit ines = Visit.on(Visit.Screen.DESKTOP).logIn(block.instructor());
                Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            sell(ines);
            visit.go("/courses/" + block.courseId());
            visit.follow("Passes for single dates");
            visit.tap("Five mornings: Buy for £50");
            visit.reads("Pay £50 to your instructor");
            ines.page.reload();
            ines.tap("It has arrived: Cara Lindqvist");
            ines.tap("It has arrived");
            ines.page.locator("sold-passes .tag.good").waitFor();

            visit.go("/book?course=" + block.courseId() + "&session="
                    + block.sessionIds().get(0));
            visit.reads("5 dates are left.");
            visit.tap("Book with it");
            visit.sees("You are in");
            visit.go("/passes");
            visit.reads("4 of 5 left");
        }
        assertThat(block.places()).containsExactlyInAnyOrder(1L, 0L);
    }

    @Test
    void a_pass_that_nobody_uses_is_given_back_and_paid_back() {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        String pass = made(cara, "passes", Map.of("offerId", offered(block)));
        block.instructor().asks().post("/api/bookings/v1/passes/" + pass + "/paid");
        try (Visit ines = Visit.on(Visit.Screen.DESKTOP).logIn(block.instructor());
                Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/passes");
            visit.tap("Give it back: Five mornings");
            visit.reads("£50 come back to you.");
            visit.tap("Yes, give it back");
            visit.reads("Given back");

            ines.go("/teach/passes");
            ines.tap("I have paid it back: Cara Lindqvist");
            ines.tap("I have paid it back");
            ines.reads("Given back");
        }
    }

    private static String offered(Teaching block) {
        Object price = Map.of("amount", 5000, "currency", "GBP");
        return made(
                block.instructor(),
                "pass-offers",
                Map.of("title", "Five mornings", "units", 5, "price", price, "validWeeks", 20));
    }

    private static void sell(Visit ines) {
        ines.go("/teach/passes");
        ines.reads("You sell no passes yet.");
        ines.fill("Name of this pass", "Five mornings");
        ines.fill("Price of all", "50");
        ines.tap("Sell this pass");
        ines.sees("Five mornings");
    }

    /** Who joins a line while there is a seat is called up at once. */
    @Test
    void an_offer_to_a_family_in_line_is_accepted_with_a_pass_or_a_voucher() {
        Teaching block = Teaching.publish(2, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);
        String pass = made(cara, "passes", Map.of("offerId", offered(block)));
        block.instructor().asks().post("/api/bookings/v1/passes/" + pass + "/paid");
        made(block.instructor(), "vouchers", Map.of("code", "SPRING", "percent", 20));
        for (Object session : block.sessionIds()) {
            made(cara, "waitlist", Map.of("sessionId", session, "childIds", List.of(mia)));
        }

        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/my-classes");
            visit.reads("It is your turn");
            visit.tap("Accept with it");
            visit.page.locator("waiting-card").nth(1).waitFor(gone());
            visit.page.getByText("I have a voucher").first().click();
            visit.fill("Code", "SPRING");
            visit.tap("Yes, book them");
            visit.page.locator("waiting-card").first().waitFor(gone());
        }
        assertThat(cara.asks().get("/api/bookings/v1/bookings").asString())
                .contains("\"code\":\"PASS\"", "\"code\":\"VOUCHER\"");
        assertThat(block.places()).containsExactlyInAnyOrder(1L, 1L);
    }

    private static String made(Someone someone, String what, Map<String, ?> wish) {
        return someone.asks()
                .body(wish)
                .post("/api/bookings/v1/" + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    @Test
    void a_voucher_makes_a_class_cheaper() {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        block.instructor()
                .asks()
                .body(Map.of("code", "SPRING", "percent", 20))
                .post("/api/bookings/v1/vouchers")
                .then()
                .statusCode(201);
        Someone cara = Someone.carer();
        cara.child("Mia", 10);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/book?course=" + block.courseId() + "&block=" + block.blockId());
            visit.page.getByText("I have a voucher").click();
            visit.fill("Code", "AUTUMN");
            visit.tap("Keep a seat for us");
            visit.reads("We do not know this voucher.");
            visit.fill("Code", "SPRING");
            visit.tap("Keep a seat for us");
            visit.reads("−£13");
            visit.tap("Book for £52");
            visit.sees("You are in");
        }
        assertThat(List.of(block.places(), block.taken())).containsOnly(List.of(1L));
    }
}
