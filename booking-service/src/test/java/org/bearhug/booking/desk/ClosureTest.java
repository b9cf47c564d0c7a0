package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instructor cancels. */
@QuarkusTest
class ClosureTest {

    @Inject
    Given given;

    @Inject
    Closures closures;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void a_block_that_keeps_everything() {
        given.a_week_before();
        block = given.block().ofSessions(3).refunds(365, 365, 0).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    @Test
    void a_cancelled_session_gives_back_its_places_and_what_was_paid_for_them() {
        JsonPath booking = cara.bookBlock(block.id(), mia).jsonPath();

        cancelled(1);

        await().until(() -> given.places(block).equals(List.of(1L, 0L, 1L)));
        cara.asks()
                .get("/v1/bookings/" + booking.getString("id"))
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("cameBack.amount", equalTo(2167))
                .body("places.state", equalTo(List.of("CONFIRMED", "RELEASED", "CONFIRMED")));
        assertThat(given.taken(block)).containsExactly(1, 0, 1);
        assertThat(given.facts("place.released", booking.getUUID("places[1].id")))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.get("payload").toString()).contains("\"reason\": \"SESSION_CANCELLED\""));
        assertThat(given.facts("booking.changed", booking.getUUID("id"))).hasSize(1);
    }

    @Test
    void when_all_are_cancelled_the_booking_is_and_everything_comes_back() {
        String booking = cara.bookBlock(block.id(), mia).path("id");
        String dropIn =
                cara.bookSession(block.session(0), cara.child("Ben", 10)).path("id");

        cancelled(0);
        cancelled(1);
        cancelled(2);

        await().until(() -> given.places(block).equals(List.of(0L, 0L, 0L)));
        cara.asks()
                .get("/v1/bookings/" + booking)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cameBack.amount", equalTo(6500));
        cara.asks()
                .get("/v1/bookings/" + dropIn)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cameBack.amount", equalTo(1500));
    }

    @Test
    void everybody_is_told_once_however_many_instances_do_it() {
        List<JsonPath> bookings = IntStream.range(0, 5)
                .mapToObj(n ->
                        cara.bookBlock(block.id(), cara.child("Child " + n, 10)).jsonPath())
                .toList();
        block.tellSession(0, 2, Map.of("state", "CANCELLED"));

        await().until(() -> {
            Race.of(4, i -> () -> {
                closures.close();
                return true;
            });
            return given.places(block).get(0) == 0;
        });

        assertThat(bookings).allSatisfy(booking -> {
            assertThat(given.facts("booking.changed", booking.getUUID("id"))).hasSize(1);
            assertThat(given.facts("place.released", booking.getUUID("places[0].id")))
                    .hasSize(1);
        });
        assertThat(given.taken(block)).containsExactly(0, 5, 5);
    }

    @Test
    void a_carer_who_cancels_after_that_gets_the_rest_by_the_terms() {
        String booking = cara.bookBlock(block.id(), mia).path("id");
        cancelled(1);
        await().until(() -> given.places(block).get(1) == 0);

        cara.cancel(booking).then().statusCode(200).body("cameBack.amount", equalTo(2167));
        assertThat(given.taken(block)).containsExactly(0, 0, 0);
    }

    @Test
    void whoever_booked_while_the_news_was_on_its_way_is_found_by_the_job() {
        cara.bookBlock(block.id(), mia).then().statusCode(201);
        given.sql().change("UPDATE class_session SET state = 'CANCELLED' WHERE id = ?", block.session(2));

        closures.close();

        assertThat(given.places(block)).containsExactly(1L, 1L, 0L);
    }

    @Test
    void nobody_books_or_holds_a_seat_in_it_any_more() {
        cancelled(0);

        cara.bookSession(block.session(0), mia).then().statusCode(409).body("code", equalTo("sales-closed"));
        cara.holdSession(block.session(0), mia).then().statusCode(409).body("code", equalTo("sales-closed"));
    }

    private void cancelled(int week) {
        block.changed(week, 2, Map.of("state", "CANCELLED"));
    }
}
