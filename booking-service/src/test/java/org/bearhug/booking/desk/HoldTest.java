package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Inject
    Given given;

    @Inject
    ExpiredHolds expiredHolds;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private UUID zoe;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(1).published();
        mia = cara.child("Mia", 10);
        zoe = omar.child("Zoe", 10);
        given.known(mia, zoe);
    }

    @Test
    void seats_are_held_for_a_quarter_of_an_hour_and_told_of() {
        cara.holdBlock(block.id(), mia)
                .then()
                .statusCode(201)
                .body("expiresAt", equalTo("2031-03-03T10:15:00Z"))
                .body("extendable", equalTo(true))
                .body("price.amount", equalTo(6500))
                .body("blockId", equalTo(block.id().toString()))
                .body("childIds", equalTo(List.of(mia.toString())));

        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
        assertThat(given.states(block.session(1))).containsExactly(1, 0, 0);
        assertThat(given.facts("seats.changed", block.session(0))).last().satisfies(fact -> assertThat(
                        fact.get("payload").toString())
                .contains("\"held\": 1", "\"taken\": 0", "\"seatsLeft\": 0"));
        assertThat(left()).containsExactly(0, 0);
    }

    @Test
    void what_is_held_is_full_for_others() {
        held(cara.holdBlock(block.id(), mia));

        refused(omar.bookSession(block.session(0), zoe), 409, "session-full");
        refused(omar.holdSession(block.session(1), zoe), 409, "session-full");
    }

    @Test
    void a_booking_takes_what_is_held_at_the_price_at_which_it_was_held() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");

        cara.bookHeld(hold)
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"))
                .body("price.amount", equalTo(6500))
                .body("blockId", equalTo(block.id().toString()))
                .body("places", hasSize(2));

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        assertThat(given.places(block)).containsExactly(1L, 1L);
        refused(cara.bookHeld(hold), 404, "not-found");
    }

    @Test
    void the_same_key_books_a_hold_once() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");
        String key = UUID.randomUUID().toString();

        Response first = cara.book(key, Map.of("holdId", hold));
        Response second = cara.book(key, Map.of("holdId", hold));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
    }

    @Test
    void the_same_key_holds_once() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> wish = Map.of("blockId", block.id(), "childIds", List.of(mia));

        Response first = cara.asks().header("Idempotency-Key", key).body(wish).post("/v1/holds");
        Response second = cara.asks().header("Idempotency-Key", key).body(wish).post("/v1/holds");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void when_it_has_expired_nothing_is_left_of_it() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");
        TestClock.set(Given.A_WEEK_BEFORE.plus(QUARTER));

        refused(cara.bookHeld(hold), 409, "hold-expired");
        refused(cara.asks().post("/v1/holds/" + hold + "/extend"), 409, "hold-expired");
        assertThat(left()).containsExactly(1, 1);
    }

    @Test
    void the_job_gives_back_what_has_expired_and_nothing_else() {
        held(cara.holdSession(block.session(0), mia));
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(1));
        held(cara.holdSession(block.session(1), mia));
        TestClock.set(Given.A_WEEK_BEFORE.plus(QUARTER));

        expiredHolds.giveBack();

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        assertThat(given.states(block.session(1))).containsExactly(1, 0, 0);
        assertThat(given.facts("seats.changed", block.session(0))).last().satisfies(fact -> assertThat(
                        fact.get("payload").toString())
                .contains("\"held\": 0", "\"seatsLeft\": 1"));
    }

    @Test
    void the_next_claim_counts_what_has_expired_as_free_though_the_job_is_late() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");
        TestClock.set(Given.A_WEEK_BEFORE.plus(QUARTER));

        omar.bookSession(block.session(0), zoe).then().statusCode(201);
        held(omar.holdSession(block.session(1), zoe));

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 1);
        assertThat(given.states(block.session(1))).containsExactly(1, 0, 0);
        refused(cara.bookHeld(hold), 409, "hold-expired");
    }

    @Test
    void it_lasts_a_quarter_of_an_hour_longer_on_request_but_once() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");
        TestClock.set(Given.A_WEEK_BEFORE.plus(QUARTER).minusSeconds(1));

        cara.asks()
                .post("/v1/holds/" + hold + "/extend")
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo("2031-03-03T10:30:00Z"))
                .body("extendable", equalTo(false));
        refused(cara.asks().post("/v1/holds/" + hold + "/extend"), 409, "hold-extended");

        TestClock.set(Given.A_WEEK_BEFORE.plus(QUARTER.multipliedBy(2)).minusSeconds(1));
        refused(omar.bookBlock(block.id(), zoe), 409, "session-full");
        cara.bookHeld(hold).then().statusCode(201);
    }

    @Test
    void it_never_lasts_beyond_the_start() {
        TestClock.set(Given.FIRST_START.minusSeconds(60));

        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");
        cara.asks()
                .post("/v1/holds/" + hold + "/extend")
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo("2031-03-10T10:00:00Z"));
    }

    @Test
    void it_can_be_given_up_before_its_time() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");

        refused(omar.asks().delete("/v1/holds/" + hold), 404, "not-found");
        cara.asks().delete("/v1/holds/" + hold).then().statusCode(204);

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        refused(cara.asks().delete("/v1/holds/" + hold), 404, "not-found");
        refused(cara.bookHeld(hold), 404, "not-found");
        omar.bookBlock(block.id(), zoe).then().statusCode(201);
    }

    @Test
    void another_carers_hold_is_not_there() {
        String hold = held(cara.holdBlock(block.id(), mia)).getString("id");

        refused(omar.bookHeld(hold), 404, "not-found");
        refused(omar.asks().post("/v1/holds/" + hold + "/extend"), 404, "not-found");
        assertThat(given.states(block.session(0))).containsExactly(1, 0, 0);
    }

    @Test
    void it_is_refused_for_what_cannot_be_booked() {
        refused(cara.holdBlock(block.id(), zoe), 404, "not-found");
        refused(cara.holdBlock(block.id(), cara.child("Old", 60)), 409, "child-too-old");
        refused(cara.holdBlock(block.id(), cara.child("New", 1)), 409, "child-too-young");
        TestClock.set(Given.FIRST_START);
        refused(cara.holdBlock(block.id(), mia), 409, "sales-closed");
    }

    private List<Integer> left() {
        return Carer.nobody().get("/v1/availability?block=" + block.id()).path("items.seatsLeft");
    }

    private static JsonPath held(Response answer) {
        return answer.then().statusCode(201).extract().jsonPath();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
