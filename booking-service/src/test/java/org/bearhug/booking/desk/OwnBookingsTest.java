package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnBookingsTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private UUID mia;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    @Test
    void who_has_booked_nothing_sees_an_empty_page() {
        cara.asks()
                .get("/v1/bookings")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void the_newest_comes_first() {
        TaughtBlock block = given.block().ofSessions(3).published();
        List<String> made = List.of(book(block, 2), book(block, 0), book(block, 1));

        cara.asks()
                .get("/v1/bookings")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(made.get(2), made.get(1), made.get(0))))
                .body("items[0].places[0].childName", equalTo("Mia"))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void a_booking_tells_when_the_door_opens() {
        String booking = book(given.block().published(), 0);

        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body(
                        "places[0].joinOpensAt",
                        equalTo(Given.FIRST_START.minusSeconds(15 * 60).toString()));
    }

    @Test
    void a_state_can_be_asked_for() {
        TaughtBlock block = given.block().ofSessions(2).published();
        String kept = book(block, 0);
        String cancelled = book(block, 1);
        cara.cancel(cancelled).then().statusCode(200);

        cara.asks().get("/v1/bookings?state=CONFIRMED").then().body("items.id", equalTo(List.of(kept)));
        cara.asks().get("/v1/bookings?state=CANCELLED").then().body("items.id", equalTo(List.of(cancelled)));
        cara.asks().get("/v1/bookings?state=HELD").then().body("items", empty());
    }

    @Test
    void pages_lose_and_double_nothing_while_others_are_added() {
        TaughtBlock block = given.block().ofSessions(8).published();
        List<String> made = new ArrayList<>();
        for (int week = 0; week < 5; week++) {
            made.add(book(block, week));
        }
        Collections.reverse(made);

        List<String> seen = new ArrayList<>();
        int added = 5;
        String query = "?limit=2";
        while (query != null) {
            JsonPath page = cara.asks()
                    .get("/v1/bookings" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            String next = page.getString("nextCursor");
            query = next == null ? null : "?limit=2&cursor=" + next;
            book(block, added++);
        }

        assertThat(seen).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "cursor=%00",
                "cursor=bm90IGFuIGlk",
                "limit=0",
                "limit=-1",
                "limit=101",
            })
    void a_wrong_page_is_refused(String query) {
        cara.asks()
                .get("/v1/bookings?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void the_largest_page_holds_a_hundred() {
        cara.asks().get("/v1/bookings?limit=100").then().statusCode(200);
        cara.asks().get("/v1/bookings?limit=1").then().statusCode(200);
    }

    @Test
    void another_carers_bookings_are_not_there() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = book(block, 0);
        Carer omar = Carer.fresh();

        omar.asks().get("/v1/bookings/" + booking).then().statusCode(404).body("code", equalTo("not-found"));
        omar.asks().get("/v1/bookings").then().body("items", empty());
        cara.asks().get("/v1/bookings/" + booking).then().statusCode(200);
    }

    @Test
    void an_erased_child_has_a_place_without_a_name() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String booking = book(block, 0);
        cara.erase(mia, 2);
        await().until(() -> given.sql().<Boolean>one("SELECT erased FROM child WHERE id = ?", mia));

        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .statusCode(200)
                .body("places", hasSize(1))
                .body("places[0].childId", equalTo(mia.toString()))
                .body("places[0]", not(hasKey("childName")));
    }

    @Test
    void a_long_page_takes_no_more_queries_than_a_short_one() {
        TaughtBlock block = given.block().ofSessions(6).published();
        for (int week = 0; week < 6; week++) {
            book(block, week);
        }

        long ofOne = given.queries(() -> cara.asks().get("/v1/bookings?limit=1"));
        long ofSix = given.queries(() -> cara.asks().get("/v1/bookings?limit=6"));

        assertThat(ofOne).isEqualTo(6);
        assertThat(ofSix).isEqualTo(6);
    }

    private String book(TaughtBlock block, int week) {
        return cara.bookSession(block.session(week), mia)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
