package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an empty list of courses to a class that has begun. */
class InstructorPagesIT {

    @ParameterizedTest
    @EnumSource
    void an_instructor_plans_a_course_publishes_it_and_sees_who_comes(Visit.Screen screen) {
        Someone ines = Someone.instructor();
        LocalDateTime start =
                LocalDateTime.now(ZoneId.of("Europe/London")).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
        try (Visit visit = Visit.on(screen).logIn(ines).go("/teach")) {
            visit.reads("Your first course begins");
            visit.follow("A new course");
            writeCourse(visit);
            visit.tap("Publish the course");
            visit.reads("Published");
            String course = visit.page.url();

            visit.follow("Add dates");
            writeDates(visit, start);
            visit.reads("Nobody can book before you publish");
            assertThat(visit.page.locator("ol > li"))
                    .extracting(list -> list.count())
                    .isEqualTo(3 + 1);
            visit.reads("Left out");
            visit.tap("Publish these dates");
            visit.reads("Call off");
            String block = visit.page.url();
            book(block);
            repeats(visit, start);
            seesTheWeek(visit, start);
            visit.go(course);
            visit.sees("How full, and what comes in");
            visit.reads("30% full");

            visit.go(block);
            visit.page.locator("ol a").first().click();
            visit.sees("Who is coming");
            visit.reads("Mia");
            assertThat(visit.button("Came").count()).isZero();
            moves(visit, start.plusHours(1));
            begin(visit.page.url());
            visit.page.reload();
            visit.tap("Came");
            visit.page.locator("[aria-pressed=true]").getByText("Came").waitFor();
            visit.tap("Everybody came");
            visit.page.locator("[aria-pressed=true] >> nth=2").waitFor();
            visit.context.route(
                    Pattern.compile("https://zoom\\.example/.*"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<h1>Call</h1>")));
            visit.tap("Start the call");
            visit.page.waitForURL(Teaching.CALL);
        }
    }

    @Test
    void an_instructor_lets_a_program_be_told_and_sees_what_arrives() throws IOException {
        AtomicInteger answers = new AtomicInteger(500);
        HttpServer program = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        program.createContext("/", call -> {
            call.sendResponseHeaders(answers.get(), -1);
            call.close();
        });
        program.start();
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(Someone.instructor())) {
            visit.go("/teach/settings");
            visit.follow("Webhooks: let a program be told what happens");
            visit.reads("No program is told anything yet.");
            visit.fill("Where does your program listen?", "https://127.0.0.1/");
            visit.fill("What do you call it?", "My website");
            visit.page.getByText("Somebody has booked").click();
            visit.tap("Begin to tell");
            visit.reads("public name");
            assertThat(visit.page.locator("main [role=alert]").count()).isZero();
            visit.fill(
                    "Where does your program listen?",
                    "http://localhost:" + program.getAddress().getPort() + "/");
            visit.tap("Begin to tell");
            visit.reads("Keep this secret now");
            visit.reads("whsec_");

            visit.follow("My website");
            visit.reads("Nothing was told yet.");
            visit.tap("Send a test");
            visit.reads("answered 500");
            answers.set(204);
            visit.page.locator("webhook-deliveries li button").click();
            visit.reads("Arrived");
            visit.tap("Switch off");
            visit.tap("Switch off");
            visit.reads("You switched it off.");
            visit.tap("Switch on");
            visit.tap("New secret");
            visit.tap("New secret");
            visit.reads("whsec_");
            visit.tap("Delete");
            visit.tap("Delete");
            visit.reads("No program is told anything yet.");
        } finally {
            program.stop(0);
        }
    }

    private static void writeCourse(Visit visit) {
        visit.fill("What is it called?", "Songs for small bears");
        visit.fill("Topic", "???");
        visit.fill("In one sentence", "Twenty minutes of songs and rhymes.");
        visit.tap("Save as a draft");
        visit.reads("Please write a word or two");
        visit.fill("Topic", "Baby music");
        visit.tap("Save as a draft");
        visit.sees("Songs for small bears");
        visit.reads("Nobody but you sees this yet.");
    }

    /** Three times, a day apart, without the second day. */
    private static void writeDates(Visit visit, LocalDateTime start) {
        visit.fill("First day", start.toLocalDate().toString());
        visit.fill("Time", start.toLocalTime().toString());
        visit.fill("How many times", "3");
        visit.fill("Every so many days", "1");
        visit.fill("Days to leave out", start.toLocalDate().plusDays(1).toString());
        visit.field("Days to leave out").dispatchEvent("change");
        visit.page.getByText("I have a link").click();
        visit.fill("Link of the call", Teaching.CALL);
        visit.fill("Age to, in weeks", "3");
        visit.tap("Look at the dates");
        visit.reads("The oldest age must not lie below the youngest.");
        assertThat(visit.page.evaluate("document.activeElement.name")).isEqualTo("to");
        visit.fill("Age to, in weeks", "40");
        visit.tap("Look at the dates");
    }

    /** What follows is as it was: three times, and the next day is the first. */
    private static void repeats(Visit visit, LocalDateTime start) {
        visit.follow("The same dates once more");
        visit.sees("New dates");
        assertThat(visit.field("First day").inputValue())
                .isEqualTo(start.toLocalDate().plusDays(4).toString());
        assertThat(visit.field("How many times").inputValue()).isEqualTo("3");
        visit.page.getByText("Not yet").click();
        visit.tap("Look at the dates");
        visit.reads("Nobody can book before you publish");
    }

    private static void moves(Visit visit, LocalDateTime to) {
        visit.page.getByText("Another day or time").click();
        visit.fill("Day", to.toLocalDate().toString());
        visit.fill("Time", to.toLocalTime().toString());
        visit.tap("Move it");
        visit.page.locator(".lead:has-text('" + to.toLocalTime() + "')").waitFor();
    }

    private static void seesTheWeek(Visit visit, LocalDateTime start) {
        visit.go("/teach/week");
        if (start.getDayOfWeek() == DayOfWeek.MONDAY) {
            visit.tap("The week after");
        }
        visit.page.locator(".day a").getByText("Songs for small bears").first().waitFor();
    }

    private static void book(String blockPage) {
        String block = blockPage.substring(blockPage.lastIndexOf('/') + 1);
        List<String> sessions = Someone.nobody()
                .get("/api/courses/v1/blocks/" + block)
                .jsonPath()
                .getList("sessions.id");
        new Teaching(null, null, block, sessions).awaitForSale();
        Someone cara = Someone.carer();
        cara.bookBlock(block, cara.child("Mia", 10), cara.child("Ben", 12), cara.child("Zoe", 14))
                .then()
                .statusCode(201);
    }

    /** For the desk, this session has begun a minute ago. */
    private static void begin(String sessionPage) {
        String session = sessionPage.substring(sessionPage.lastIndexOf('/') + 1);
        House.change(
                "bookings",
                "UPDATE class_session SET starts_at = now() - interval '1 minute' WHERE id = '"
                        + UUID.fromString(session) + "'");
    }
}
