package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The baby is ill. */
@QuarkusTest
class AbsenceTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private JsonPath booking;

    @BeforeEach
    void a_booked_block() {
        given.a_week_before();
        block = given.block().ofSessions(4).seats(1).makesUp(2, 8).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
        booking =
                cara.bookBlock(block.id(), mia).then().statusCode(201).extract().jsonPath();
    }

    @Test
    void the_seat_is_free_at_once_and_a_credit_is_granted() {
        cara.absent(place(1))
                .then()
                .statusCode(200)
                .body("state", equalTo("USABLE"))
                .body("childId", equalTo(mia.toString()))
                .body("placeId", equalTo(place(1)))
                .body("grantedAt", equalTo("2031-03-03T10:00:00Z"))
                // Eight weeks after 17 March at ten in London, where it is summer by then.
                .body("validUntil", equalTo("2031-05-12T09:00:00Z"));

        assertThat(given.taken(block)).containsExactly(1, 0, 1, 1);
        assertThat(given.facts("place.released", UUID.fromString(place(1))))
                .singleElement()
                .satisfies(fact -> assertThat(fact.get("payload").toString()).contains("\"reason\": \"ABSENCE\""));
        Carer omar = Carer.fresh();
        omar.bookSession(block.session(1), omar.child("Zoe", 10)).then().statusCode(201);
    }

    @Test
    void telling_it_again_changes_nothing() {
        String first = cara.absent(place(1)).asString();

        assertThat(cara.absent(place(1)).asString()).isEqualTo(first);
        cara.asks().get("/v1/credits").then().body("items.placeId", contains(place(1)));
    }

    @Test
    void ten_times_at_once_grants_one_credit() {
        List<Integer> statuses = Race.of(10, i -> () -> cara.absent(place(1)).statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(given.taken(block)).containsExactly(1, 0, 1, 1);
        cara.asks().get("/v1/credits").then().body("items.placeId", contains(place(1)));
    }

    @Test
    void there_are_as_many_in_a_block_as_its_terms_say() {
        cara.absent(place(0)).then().statusCode(200);
        cara.absent(place(1)).then().statusCode(200);

        refused(cara.absent(place(2)), 409, "make-up-limit-reached");

        assertThat(given.taken(block)).containsExactly(0, 0, 1, 1);
    }

    @Test
    void the_limit_holds_for_absences_told_at_once() {
        Race.of(4, i -> () -> cara.absent(place(i)).statusCode());

        assertThat(given.sql().<Long>one("SELECT count(*) FROM make_up_credit WHERE child_id = ?", mia))
                .isBetween(1L, 2L);
        assertThat(given.taken(block).stream().mapToInt(Integer::intValue).sum())
                .isBetween(2, 3);
    }

    @Test
    void it_is_told_before_the_start() {
        TestClock.set(Given.FIRST_START.minusSeconds(1));
        cara.absent(place(0)).then().statusCode(200);
        TestClock.set(Given.FIRST_START.plusSeconds(7 * 24 * 3600));

        refused(cara.absent(place(1)), 409, "too-late-for-absence");
    }

    @Test
    void a_place_that_is_given_back_or_anothers_earns_nothing() {
        refused(Carer.fresh().absent(place(0)), 404, "not-found");
        cara.cancel(booking.getString("id")).then().statusCode(200);

        refused(cara.absent(place(0)), 409, "place-released");
    }

    @Test
    void a_session_that_is_cancelled_earns_nothing() {
        given.sql().change("UPDATE class_session SET state = 'CANCELLED' WHERE id = ?", block.session(3));

        refused(cara.absent(place(3)), 409, "session-cancelled");
    }

    @Test
    void what_was_missed_does_not_come_back_in_money_too() {
        cara.absent(place(0)).then().statusCode(200);

        cara.cancel(booking.getString("id")).then().statusCode(200).body("cameBack.amount", equalTo(4875));
        cara.asks().get("/v1/credits").then().body("items.state", contains("USABLE"));
    }

    @Test
    void both_carers_of_a_child_see_its_credits_and_nobody_else_does() {
        Carer omar = Carer.fresh();
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);

        omar.absent(place(0)).then().statusCode(200);

        cara.asks().get("/v1/credits").then().body("items.placeId", contains(place(0)));
        omar.asks().get("/v1/credits").then().body("items.placeId", contains(place(0)));
        Carer.fresh().asks().get("/v1/credits").then().statusCode(200).body("items", empty());
    }

    @Test
    void a_list_of_credits_comes_in_pages() {
        cara.absent(place(0)).then().statusCode(200);
        cara.absent(place(1)).then().statusCode(200);

        String cursor = cara.asks()
                .get("/v1/credits?limit=1")
                .then()
                .body("items.placeId", contains(place(1)))
                .extract()
                .path("nextCursor");
        cara.asks()
                .get("/v1/credits?limit=1&cursor=" + cursor)
                .then()
                .body("items.placeId", contains(place(0)))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void a_block_without_make_ups_grants_none() {
        TaughtBlock strict = given.block().ofSessions(1).makesUp(0, 8).published();
        String strictPlace = cara.bookBlock(strict.id(), mia).path("places[0].id");

        refused(cara.absent(strictPlace), 409, "make-up-limit-reached");
        assertThat(given.taken(strict)).containsExactly(1);
    }

    private String place(int nth) {
        return booking.getString("places[" + nth + "].id");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
