package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.WaitingFamily;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything at once, by everybody, for the same few seats. */
@QuarkusTest
class MixedRaceTest {

    private static final int FAMILIES = 16;
    private static final int ACTS = 12;

    @Inject
    Given given;

    @Inject
    Matcher matcher;

    @Inject
    ExpiredHolds expiredHolds;

    private TaughtBlock one;
    private TaughtBlock two;

    @BeforeEach
    void two_blocks_of_a_course() {
        given.a_week_before();
        one = given.block().ofSessions(3).seats(3).published();
        two = given.block().ofTheCourseOf(one).ofSessions(3).seats(3).published();
    }

    @AfterEach
    void reset_the_clock() {
        TestClock.reset();
    }

    @Test
    void holds_offers_credits_moves_and_bookings_at_once_leave_each_seat_in_one_state() {
        List<WaitingFamily> families = Stream.generate(() -> WaitingFamily.of(1, given))
                .limit(FAMILIES)
                .toList();

        List<List<Integer>> answers = Race.of(FAMILIES + 2, i -> () -> i < FAMILIES ? day(families.get(i), i) : jobs());

        assertThat(answers.stream().flatMap(List::stream)).isSubsetOf(200, 201, 204, 404, 409);
        assertThat(answers.stream().flatMap(List::stream)).contains(201, 409);
        for (UUID session :
                Stream.concat(one.sessions().stream(), two.sessions().stream()).toList()) {
            List<Integer> states = given.states(session);
            assertThat(states.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(3);
            assertThat(states.get(0) + states.get(1))
                    .isEqualTo(count("SELECT count(*) FROM held_seat WHERE session_id = ?", session));
            assertThat(states.get(2))
                    .isEqualTo(count(
                            "SELECT count(DISTINCT child_id) FROM place WHERE session_id = ? AND state = 'CONFIRMED'",
                            session));
        }
    }

    private int count(String query, UUID session) {
        return given.sql().<Long>one(query, session).intValue();
    }

    private List<Integer> jobs() {
        for (int i = 0; i < ACTS; i++) {
            matcher.matchAll();
            expiredHolds.giveBack();
        }
        return List.of();
    }

    private List<Integer> day(WaitingFamily family, int seed) {
        Random random = new Random(seed);
        List<Response> answers = new ArrayList<>();
        IntStream.range(0, ACTS).forEach(act -> answers.addAll(act(family, random)));
        return answers.stream().map(Response::statusCode).toList();
    }

    private List<Response> act(WaitingFamily family, Random random) {
        Carer carer = family.carer();
        TaughtBlock block = random.nextBoolean() ? one : two;
        UUID child = family.children()[0];
        return switch (random.nextInt(8)) {
            case 0 -> List.of(carer.bookBlock(block.id(), child));
            case 1 -> List.of(carer.bookSession(block.session(random.nextInt(3)), child));
            case 2 -> {
                Response hold = carer.holdBlock(block.id(), child);
                yield hold.statusCode() == 201 ? List.of(hold, carer.bookHeld(hold.path("id"))) : List.of(hold);
            }
            case 3 -> List.of(carer.waitFor(block.id(), child));
            case 4 -> newest(carer, "waitlist").map(carer::accept).toList();
            case 5 -> newest(carer, "bookings").map(carer::cancel).toList();
            case 6 ->
                newest(carer, "bookings")
                        .map(booking -> carer.move(booking, block.id()))
                        .toList();
            default -> missAndMakeUp(carer, block.session(random.nextInt(3)));
        };
    }

    private static List<Response> missAndMakeUp(Carer carer, UUID session) {
        List<String> places = carer.asks().get("/v1/bookings?limit=1").path("items[0].places.id");
        if (places == null) {
            return List.of();
        }
        Response absence = carer.absent(places.get(0));
        return absence.statusCode() == 200
                ? List.of(absence, carer.makeUp(absence.path("id"), session))
                : List.of(absence);
    }

    private static Stream<String> newest(Carer carer, String list) {
        return carer.asks().get("/v1/" + list + "?limit=1").<List<String>>path("items.id").stream();
    }
}
