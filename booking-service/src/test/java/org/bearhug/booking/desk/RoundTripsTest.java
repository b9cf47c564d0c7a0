package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.RoundTrips;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.pass.Sold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many ways to the database and back a booking takes, once its class and its family are known; as docs/performance.md says. */
@QuarkusTest
class RoundTripsTest {

    private static final int TURNS = 4;

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void a_class() {
        given.a_week_before();
        block = given.block().ofSessions(TURNS).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
        known(block);
    }

    /** Somebody has booked all of it. */
    private void known(TaughtBlock all) {
        PlainFamily other = PlainFamily.some(given, 1).get(0);
        other.carer().bookBlock(all.id(), other.child()).then().statusCode(201);
    }

    @Test
    void what_is_to_be_paid_by_hand_takes_one() {
        assertThat(trips(week -> cara.bookSession(block.session(week), mia))).hasSize(1);
        assertThat(given.sql().<Long>one("SELECT count(*) FROM payment WHERE carer_id = ?", cara.id()))
                .isEqualTo(TURNS);
    }

    @Test
    void what_costs_nothing_takes_one() {
        for (int week = 0; week < TURNS; week++) {
            block.changed(week, 2, Map.of("dropInPrice", Map.of("amount", 0, "currency", "GBP")));
        }
        known(block);

        assertThat(trips(week -> cara.bookSession(block.session(week), mia))).hasSize(1);
    }

    @Test
    void what_is_held_takes_one() {
        List<String> holds = block.sessions().stream()
                .map(session -> cara.holdSession(session, mia).<String>path("id"))
                .toList();

        assertThat(trips(week -> cara.bookHeld(holds.get(week)))).hasSize(1);
    }

    @Test
    void what_a_voucher_reduces_takes_one() {
        String voucher = "R" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        given.voucher(Map.of("code", voucher, "percent", 50));

        assertThat(trips(week -> books(week, Map.of("voucher", voucher)))).hasSize(1);
    }

    @Test
    void what_a_pass_pays_takes_one() {
        String pass = Sold.bought(cara, Sold.offer(Map.of("units", TURNS)));

        assertThat(trips(week -> books(week, Map.of("passId", pass)))).hasSize(1);
    }

    @Test
    void what_is_held_and_a_pass_pays_takes_one() {
        String pass = Sold.bought(cara, Sold.offer(Map.of("units", TURNS)));
        List<String> holds = block.sessions().stream()
                .map(session -> cara.holdSession(session, mia).<String>path("id"))
                .toList();

        assertThat(trips(week -> cara.book("h" + week, Map.of("holdId", holds.get(week), "passId", pass))))
                .hasSize(1);
    }

    @Test
    void what_makes_up_for_a_missed_session_takes_one() {
        TaughtBlock missed = given.block()
                .ofTheCourseOf(block)
                .ofSessions(TURNS)
                .makesUp(TURNS, 6)
                .published();
        List<String> credits = cara.bookBlock(missed.id(), mia).jsonPath().<String>getList("places.id").stream()
                .map(place -> cara.absent(place).<String>path("id"))
                .toList();

        assertThat(trips(week -> cara.makeUp(credits.get(week), block.session(week))))
                .hasSize(1);
    }

    private Response books(int week, Map<String, Object> how) {
        Map<String, Object> wish = new HashMap<>(how);
        wish.put("sessionId", block.session(week));
        wish.put("childIds", List.of(mia));
        return cara.book("k" + week, wish);
    }

    /** The first makes it all known. */
    private static List<String> trips(IntFunction<Response> books) {
        books.apply(0).then().statusCode(201);
        return RoundTrips.fewestOf(
                "POST /v1/bookings",
                () -> books.apply(1).then().statusCode(201),
                () -> books.apply(2).then().statusCode(201),
                () -> books.apply(3).then().statusCode(201));
    }
}
