package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static void sell(Visit ines) {
        ines.go("/teach/passes");
        ines.reads("You sell no passes yet.");
        ines.fill("Name of this pass", "Five mornings");
        ines.fill("Price of all", "50");
        ines.tap("Sell this pass");
        ines.sees("Five mornings");
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
