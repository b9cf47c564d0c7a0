package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform where carers pay by a Stripe that is none: booked, led to its page, paid, confirmed, and given back. */
class PaymentIT {

    private static StripeHouse house;

    private final String childName = "Mia " + UUID.randomUUID();
    private String cara;
    private String course;
    private String block;
    private String child;

    @BeforeAll
    static void start() {
        house = StripeHouse.open();
    }

    @AfterAll
    static void look_at_what_is_left_and_stop() {
        try {
            LeftBehind.requireNoAddress(house.platform());
        } finally {
            house.platform().close();
        }
    }

    @BeforeEach
    void a_carer_with_a_baby_and_a_block() {
        cara = house.token("cara@demo.bearhug.example");
        course = house.asks(null)
                .get("/api/courses/v1/courses?topic=baby-massage")
                .path("items[0].id");
        block = house.asks(null)
                .get("/api/courses/v1/courses/" + course + "/blocks")
                .path("items[0].id");
        child = house.asks(cara)
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

    private JsonPath booked() {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> house.asks(cara)
                                .header("Idempotency-Key", UUID.randomUUID())
                                .body(Map.of("blockId", block, "childIds", List.of(child)))
                                .post("/api/bookings/v1/bookings"),
                        answer -> answer.statusCode() == 201)
                .jsonPath();
    }

    private void becomes(String state, JsonPath booking) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> house.asks(cara)
                .get("/api/bookings/v1/bookings/" + booking.getString("id"))
                .then()
                .body("state", equalTo(state)));
    }

    @Test
    void a_carer_books_pays_on_the_page_is_confirmed_and_gets_the_money_back() {
        JsonPath booking = booked();
        assertThat(booking.getString("state")).isEqualTo("PENDING_PAYMENT");

        house.pays(booking.getString("payment.url"));
        becomes("CONFIRMED", booking);
        int before = house.refunds().size();
        house.asks(cara)
                .post("/api/bookings/v1/bookings/" + booking.getString("id") + "/cancel")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> house.refunds().size() == before + 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> house.asks(cara)
                .get("/api/bookings/v1/bookings/" + booking.getString("id"))
                .then()
                .body("balance.amount", equalTo(0)));
    }

    @Test
    void in_a_browser_the_way_leads_to_the_page_of_payment_and_back_to_a_booking_that_is_paid() {
        try (Visit visit = house.visit("cara@demo.bearhug.example")) {
            visit.go("/book?course=" + course + "&block=" + block);
            visit.field(childName).check();
            visit.tap("Keep a seat for us");
            visit.reads("held for you");
            visit.tap("Book for £65");
            visit.sees("Nearly there");
            visit.follow("Pay £65");
            visit.page.waitForURL("**/c/pay/**");
            house.presses(visit, "Go back without paying");
            visit.page.waitForURL(house.door() + "/my-classes*");

            visit.reads("is kept for you until it is paid");
            visit.follow("Pay");
            visit.reads("To be paid");
            visit.reads("Kept for you until");
            visit.reads("dates, from");
            visit.follow("Pay £65");
            house.presses(visit, "Pay");
            visit.page.waitForURL(house.door() + "/my-classes*");
            visit.sees("My bookings");
            assertThat(visit.page.getByText("is kept for you until it is paid").count())
                    .isZero();
        }
    }

    @Test
    void in_a_browser_a_pass_is_paid_on_the_page_of_payment_and_paid_back_when_it_is_given_back() {
        String ines = house.token("ines@demo.bearhug.example");
        String title = "Five mornings " + UUID.randomUUID();
        house.asks(ines)
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
        String seller = house.asks(ines).get("/api/users/v1/me").path("id");
        try (Visit visit = house.visit("cara@demo.bearhug.example")) {
            visit.go("/passes?instructor=" + seller);
            visit.tap(title + ": Buy for £50");
            visit.reads("Nearly there");
            visit.reads("To be paid");
            visit.follow("Pay £50");
            house.presses(visit, "Pay");
            visit.page.waitForURL(house.door() + "/passes*");
            visit.reads("5 of 5 left");
            assertThat(visit.page.getByText("To be paid").count()).isZero();

            visit.tap("Give it back: " + title);
            visit.reads("£50 come back to you.");
            visit.tap("Yes, give it back");
            visit.reads("Given back");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> house.refunds().contains(5000));
    }

    @Test
    void in_a_browser_what_is_left_to_pay_after_a_change_to_dearer_dates_is_paid_on_the_page_of_payment() {
        JsonPath booking = booked();
        house.pays(booking.getString("payment.url"));
        becomes("CONFIRMED", booking);
        JsonPath moved = movedToDearerDates(booking.getString("id"));
        String payNow = "Pay £15 now: " + moved.getString("title");
        try (Visit visit = house.visit("cara@demo.bearhug.example")) {
            visit.go("/bookings/" + moved.getString("id"));
            visit.reads("Or pay your instructor");
            visit.reads("Bank: 12-34-56 789");
            assertThat(Axe.barriers(visit.page)).isEmpty();
            visit.tap(payNow);
            visit.page.waitForURL("**/c/pay/**");
            house.presses(visit, "Go back without paying");
            visit.page.waitForURL(house.door() + "/my-classes*");

            visit.follow("Pay £15");
            house.presses(visit, "Pay");
            visit.page.waitForURL(house.door() + "/my-classes*");
            visit.sees("My bookings");
            assertThat(visit.page.getByText("Pay £15").count()).isZero();
        }
        house.asks(cara)
                .get("/api/bookings/v1/bookings/" + moved.getString("id"))
                .then()
                .body("balance.amount", equalTo(0))
                .body("payableOnline", equalTo(false));
    }

    /** They are known at the desk a moment after they are for sale; their instructor says how to pay by hand, too. */
    private JsonPath movedToDearerDates(String booking) {
        String ines = house.token("ines@demo.bearhug.example");
        house.asks(ines)
                .header("If-Match", "*")
                .body(Map.of("howToPay", "Bank: 12-34-56 789", "dueDays", 7))
                .put("/api/bookings/v1/me/payment-rules")
                .then()
                .statusCode(200);
        Map<String, Object> wish = BlockWish.of(2, 5, Duration.ofDays(9), Map.of("title", "Evenings"));
        wish.put("blockPrice", Map.of("amount", 8000, "currency", "GBP"));
        String dearer = house.asks(ines)
                .body(wish)
                .post("/api/courses/v1/courses/" + course + "/blocks")
                .path("id");
        house.asks(ines)
                .post("/api/courses/v1/blocks/" + dearer + "/publish")
                .then()
                .statusCode(200);
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> house.asks(cara)
                                .body(Map.of("blockId", dearer))
                                .post("/api/bookings/v1/bookings/" + booking + "/move"),
                        answer -> answer.statusCode() == 201)
                .jsonPath();
    }

    @Test
    void what_is_paid_while_booking_service_is_dead_is_confirmed_when_it_lives_again() {
        JsonPath booking = booked();
        Service bookings = house.platform().service("booking-service");
        bookings.kill();
        house.pays(booking.getString("payment.url"));
        bookings.start();
        bookings.awaitHealthy();

        house.asks(cara)
                .post("/api/bookings/v1/payments/" + booking.getString("payment.id") + "/refresh")
                .then()
                .statusCode(200)
                .body("state", equalTo("PAID"));
        becomes("CONFIRMED", booking);
    }

    @Test
    void what_the_demo_people_booked_is_paid() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(house.asks(cara)
                        .get("/api/bookings/v1/bookings?state=CONFIRMED")
                        .jsonPath()
                        .getList("items.payment.state"))
                .isNotEmpty()
                .containsOnly("PAID"));
    }
}
