package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.launcher.Platform;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform where carers pay by a Stripe that is none: booked, led to its page, paid, confirmed, and given back. */
class PaymentIT {

    private static Platform platform;

    private final String childName = "Mia " + UUID.randomUUID();
    private String cara;
    private String course;
    private String block;
    private String child;

    @BeforeAll
    static void start() {
        platform = StripeHouse.start();
    }

    @AfterAll
    static void look_at_what_is_left_and_stop() {
        try {
            LeftBehind.requireNoAddress(platform);
        } finally {
            platform.close();
        }
    }

    @BeforeEach
    void a_carer_with_a_baby_and_a_block() {
        cara = token("cara@demo.bearhug.example");
        course = asks(null).get("/api/courses/v1/courses?topic=baby-massage").path("items[0].id");
        block = asks(null).get("/api/courses/v1/courses/" + course + "/blocks").path("items[0].id");
        child = asks(cara)
                .body(Map.of(
                        "name",
                        childName,
                        "bornOn",
                        java.time.LocalDate.now().minusWeeks(10).toString()))
                .post("/api/users/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String token(String email) {
        return asks(null)
                .body(Map.of("email", email, "password", "bearhug-demo-1"))
                .post("/api/users/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private static RequestSpecification asks(String token) {
        RequestSpecification request =
                given().baseUri(platform.door().toString()).contentType("application/json");
        return token == null ? request : request.auth().oauth2(token);
    }

    private JsonPath booked() {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> asks(cara)
                                .header("Idempotency-Key", UUID.randomUUID())
                                .body(Map.of("blockId", block, "childIds", List.of(child)))
                                .post("/api/bookings/v1/bookings"),
                        answer -> answer.statusCode() == 201)
                .jsonPath();
    }

    private static void pays(JsonPath booking) {
        given().redirects()
                .follow(false)
                .formParam("act", "pay")
                .post(booking.getString("payment.url"))
                .then()
                .statusCode(303);
    }

    private void becomes(String state, JsonPath booking) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> asks(cara)
                .get("/api/bookings/v1/bookings/" + booking.getString("id"))
                .then()
                .body("state", equalTo(state)));
    }

    private static List<Integer> refunds() {
        return given().baseUri("http://localhost:" + platform.ports().fakeStripe())
                .get("/fake/refunds")
                .jsonPath()
                .getList("amount");
    }

    @Test
    void a_carer_books_pays_on_the_page_is_confirmed_and_gets_the_money_back() {
        JsonPath booking = booked();
        assertThat(booking.getString("state")).isEqualTo("PENDING_PAYMENT");

        pays(booking);
        becomes("CONFIRMED", booking);
        int before = refunds().size();
        asks(cara)
                .post("/api/bookings/v1/bookings/" + booking.getString("id") + "/cancel")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> refunds().size() == before + 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> asks(cara)
                .get("/api/bookings/v1/bookings/" + booking.getString("id"))
                .then()
                .body("balance.amount", equalTo(0)));
    }

    @Test
    void in_a_browser_the_way_leads_to_the_page_of_payment_and_back_to_a_booking_that_is_paid() {
        try (Visit visit = Visit.on(Visit.Screen.PHONE, ColorScheme.LIGHT, platform.door())
                .logIn("cara@demo.bearhug.example", "bearhug-demo-1")) {
            visit.go("/book?course=" + course + "&block=" + block);
            visit.field(childName).check();
            visit.tap("Keep a seat for us");
            visit.reads("held for you");
            visit.tap("Book for £65");
            visit.sees("Nearly there");
            visit.follow("Pay £65");
            visit.page.waitForURL("**/c/pay/**");
            goesBack(visit);

            visit.reads("is kept for you until it is paid");
            visit.follow("Pay");
            visit.reads("To be paid");
            visit.follow("Pay £65");
            pressesOnTheirPage(visit, "Pay");
            visit.page.waitForURL(platform.door() + "/my-classes*");
            visit.sees("My bookings");
            assertThat(visit.page.getByText("is kept for you until it is paid").count())
                    .isZero();
        }
    }

    @Test
    void in_a_browser_a_pass_is_paid_on_the_page_of_payment_and_paid_back_when_it_is_given_back() {
        String ines = token("ines@demo.bearhug.example");
        String title = "Five mornings " + UUID.randomUUID();
        asks(ines)
                .body(Map.of(
                        "title",
                        title,
                        "units",
                        5,
                        "price",
                        Map.of("amount", 5000, "currency", "GBP"),
                        "validWeeks",
                        20))
                .post("/api/bookings/v1/pass-offers")
                .then()
                .statusCode(201);
        String seller = asks(ines).get("/api/users/v1/me").path("id");
        try (Visit visit = Visit.on(Visit.Screen.PHONE, ColorScheme.LIGHT, platform.door())
                .logIn("cara@demo.bearhug.example", "bearhug-demo-1")) {
            visit.go("/passes?instructor=" + seller);
            visit.tap(title + ": Buy for £50");
            visit.reads("Nearly there");
            visit.reads("To be paid");
            visit.follow("Pay £50");
            pressesOnTheirPage(visit, "Pay");
            visit.page.waitForURL(platform.door() + "/passes*");
            visit.reads("5 of 5 left");
            assertThat(visit.page.getByText("To be paid").count()).isZero();

            visit.tap("Give it back: " + title);
            visit.reads("£50 come back to you.");
            visit.tap("Yes, give it back");
            visit.reads("Given back");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> refunds().contains(5000));
    }

    private static void goesBack(Visit visit) {
        pressesOnTheirPage(visit, "Go back without paying");
        visit.page.waitForURL(platform.door() + "/my-classes*");
    }

    /** It is no page of ours, and looks like none. */
    private static void pressesOnTheirPage(Visit visit, String button) {
        visit.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void what_is_paid_while_booking_service_is_dead_is_confirmed_when_it_lives_again() {
        JsonPath booking = booked();
        Service bookings = platform.service("booking-service");
        bookings.kill();
        pays(booking);
        bookings.start();
        bookings.awaitHealthy();

        asks(cara)
                .post("/api/bookings/v1/payments/" + booking.getString("payment.id") + "/refresh")
                .then()
                .statusCode(200)
                .body("state", equalTo("PAID"));
        becomes("CONFIRMED", booking);
    }

    @Test
    void what_the_demo_people_booked_is_paid() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(asks(cara)
                        .get("/api/bookings/v1/bookings?state=CONFIRMED")
                        .jsonPath()
                        .getList("items.payment.state"))
                .isNotEmpty()
                .containsOnly("PAID"));
    }
}
