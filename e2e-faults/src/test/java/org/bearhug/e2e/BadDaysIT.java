package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.Test;

/** What people see when something goes wrong; nothing that they typed is lost. */
class BadDaysIT {

    private static final Pattern BOOK = Pattern.compile(".*/api/bookings/v1/bookings$");

    @Test
    void an_answer_that_gets_lost_books_once() {
        Teaching block = Teaching.publish(1, 12, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.child("Mia", 10);
        AtomicInteger sent = new AtomicInteger();
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.page.route(BOOK, route -> {
                if (route.request().method().equals("POST") && sent.incrementAndGet() == 1) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            choose(visit, block);
            visit.tap("Book for £65");
            visit.sees("You are in");
        }
        assertThat(sent).hasValue(2);
        assertThat(block.places()).containsExactly(1L);
    }

    @Test
    void whoever_comes_a_second_too_late_is_told_kindly_and_may_wait_in_line() {
        Teaching block = Teaching.publish(1, 1, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.child("Mia", 10);
        // They make the page longer than the phone.
        for (String name : List.of("Ben", "Zoe", "Leo", "Ida")) {
            cara.child(name, 90);
        }
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/courses/" + block.courseId());
            visit.tap("Book");
            visit.sees("Who is coming?");
            Someone omar = Someone.carer();
            omar.bookBlock(block.blockId(), omar.child("Zoe", 9)).then().statusCode(201);

            visit.tap("Keep a seat for us");
            visit.reads("Somebody was faster");
            visit.page.waitForFunction(
                    "() => document.querySelector('main [role=alert]').getBoundingClientRect().bottom"
                            + " < document.querySelector('.bar').getBoundingClientRect().top");
            assertThat(visit.field("Mia").isChecked()).isTrue();
            visit.follow("Join the waitlist");
            visit.sees("The waitlist");
            visit.field("Mia").check();
            visit.tap("Join the waitlist");
            visit.sees("Number 1 in line");
        }
    }

    @Test
    void a_service_that_is_away_keeps_what_was_typed() {
        Someone cara = Someone.carer();
        Service users = House.platform().service("user-service");
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/children");
            visit.fill("What do you call it?", "Mia");
            visit.fill("Born on", "2026-09-20");
            users.stop();
            try {
                visit.tap("Add");
                visit.reads("Nothing is lost");
                assertThat(visit.field("What do you call it?").inputValue()).isEqualTo("Mia");
            } finally {
                users.start();
                users.awaitHealthy();
            }
            visit.tap("Add");
            visit.sees("Mia");
        }
        String ben = cara.child("Ben", 10);
        // Who found the feed away asks again ever more seldom; the next test books at once.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> House.number("bookings", "SELECT count(*) FROM child WHERE id = '" + ben + "'") == 1);
    }

    @Test
    void a_course_is_read_though_nobody_says_how_many_seats_are_left() {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            // Neither an answer nor a refusal.
            visit.page.route(Pattern.compile(".*/api/bookings/.*"), route -> {});
            Instant before = Instant.now();
            visit.go("/courses/" + block.courseId());
            visit.sees("Choose your dates");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_session_that_ends_while_typing_asks_for_the_password_over_the_page() {
        Someone cara = Someone.carer();
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/children");
            visit.fill("What do you call it?", "Mia");
            visit.fill("Born on", "2026-09-20");
            visit.context.clearCookies();
            AtomicInteger refused = new AtomicInteger();
            visit.page.route(Pattern.compile(".*/v1/me/children$"), route -> {
                if (refused.getAndIncrement() == 0) {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(401)
                            .setContentType("application/problem+json")
                            .setBody("{\"status\": 401, \"code\": \"invalid-token\"}"));
                } else {
                    route.resume();
                }
            });
            visit.tap("Add");
            visit.sees("Welcome back");
            visit.page.locator("dialog[open] [name=password]").fill(Someone.PASSWORD);
            visit.tap("Log in");
            visit.sees("Mia");
        }
    }

    @Test
    void without_a_network_my_classes_are_still_there() {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10)).then().statusCode(201);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/my-classes");
            visit.sees("Baby massage for beginners");
            visit.page.waitForFunction(
                    "async () => (await caches.keys()).length > 0"
                            + " && (await (await caches.open('bearhug-1')).keys()).some(({url}) => url.includes('my-classes-page'))");
            visit.context.setOffline(true);
            visit.page.reload();
            visit.sees("Baby massage for beginners");
            visit.reads("You are offline");
            visit.reads("This is from your phone");
        }
    }

    @Test
    void a_slow_network_shows_shapes_first() {
        Teaching block = Teaching.publish(2, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.bookSession(block.sessionIds().get(0), cara.child("Mia", 10))
                .then()
                .statusCode(201);
        Map<String, String> headings = Map.of(
                "/courses/" + block.courseId(),
                "Choose your dates",
                "/book?course=" + block.courseId() + "&block=" + block.blockId(),
                "Who is coming?",
                "/my-classes",
                "My bookings");
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            throttle(visit);
            headings.forEach((path, heading) -> {
                visit.page.navigate(path);
                visit.page.locator(".skeleton").first().waitFor();
                visit.sees(heading);
            });
        }
    }

    private static void throttle(Visit visit) {
        CDPSession network = visit.context.newCDPSession(visit.page);
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 400);
        slow.addProperty("downloadThroughput", 50_000);
        slow.addProperty("uploadThroughput", 20_000);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", slow);
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            visit.page.clock().setFixedTime(java.util.Date.from(Instant.now().minusSeconds(7200)));
            visit.go("/");
            visit.reads("clock is off");
        }
    }

    private static void choose(Visit visit, Teaching block) {
        visit.go("/courses/" + block.courseId());
        visit.tap("Book");
        visit.tap("Keep a seat for us");
        visit.reads("held for you");
    }
}
