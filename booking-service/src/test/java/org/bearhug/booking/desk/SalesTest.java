package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SalesTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private UUID mia;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
    }

    @Test
    void a_block_is_sold_until_the_second_before_it_begins() {
        TaughtBlock block = given.block().ofSessions(2).published();

        TestClock.set(Given.FIRST_START);
        closed(cara.bookBlock(block.id(), mia));
        assertThat(given.taken(block)).containsExactly(0, 0);

        TestClock.set(Given.FIRST_START.minusSeconds(1));
        cara.bookBlock(block.id(), mia).then().statusCode(201);
    }

    @Test
    void a_session_is_sold_until_the_second_before_it_begins() {
        TaughtBlock block = given.block().ofSessions(2).published();

        TestClock.set(Given.FIRST_START);
        closed(cara.bookSession(block.session(0), mia));
        cara.bookSession(block.session(1), mia).then().statusCode(201);

        TestClock.set(Given.FIRST_START.minusSeconds(1));
        cara.bookSession(block.session(0), mia).then().statusCode(201);
        assertThat(given.taken(block)).containsExactly(1, 1);
    }

    @Test
    void an_archived_block_is_no_longer_sold() {
        TaughtBlock block = given.block().ofSessions(1).published();
        block.tellBlock(2, "ARCHIVED");
        await().until(() -> given.sql()
                .one("SELECT state FROM class_block WHERE id = ?", block.id())
                .equals("ARCHIVED"));

        closed(cara.bookBlock(block.id(), mia));

        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void a_block_is_sold_without_its_cancelled_session() {
        TaughtBlock block = given.block().ofSessions(3).published();
        block.changed(1, 2, Map.of("state", "CANCELLED"));

        closed(cara.bookSession(block.session(1), mia));
        cara.bookBlock(block.id(), mia)
                .then()
                .statusCode(201)
                .body(
                        "places.sessionId",
                        contains(block.session(0).toString(), block.session(2).toString()));

        assertThat(given.taken(block)).containsExactly(1, 0, 1);
    }

    @Test
    void a_block_without_a_session_that_takes_place_is_not_sold() {
        TaughtBlock block = given.block().ofSessions(1).published();
        block.changed(0, 2, Map.of("state", "CANCELLED"));

        closed(cara.bookBlock(block.id(), mia));
    }

    @Test
    void a_session_may_be_sold_only_with_its_block() {
        TaughtBlock block = given.block().ofSessions(2).withoutDropIn().published();

        closed(cara.bookSession(block.session(0), mia));
        cara.bookBlock(block.id(), mia).then().statusCode(201);

        assertThat(given.taken(block)).containsExactly(1, 1);
    }

    @Test
    void a_free_session_costs_nothing() {
        TaughtBlock block = given.block().ofSessions(1).published();
        block.changed(0, 2, Map.of("dropInPrice", Map.of("amount", 0, "currency", "GBP")));

        cara.bookSession(block.session(0), mia).then().statusCode(201).body("price.amount", equalTo(0));
    }

    @Test
    void selling_goes_on_while_the_neighbours_are_away() {
        TaughtBlock block = given.block().ofSessions(2).published();
        given.known(mia);
        Neighbours.away(true);
        try {
            String booking = cara.bookBlock(block.id(), mia)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            cara.asks().get("/v1/bookings/" + booking).then().statusCode(200);
            cara.cancel(booking).then().statusCode(200);
            TestClock.set(Given.FIRST_START.minus(Duration.ofHours(1)));
            cara.bookSession(block.session(0), mia).then().statusCode(201);
        } finally {
            Neighbours.away(false);
        }
        assertThat(given.taken(block)).containsExactly(1, 0);
    }

    private static void closed(Response answer) {
        answer.then().statusCode(409).contentType("application/problem+json").body("code", equalTo("sales-closed"));
    }
}
