package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.WaitingFamily;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything at once, by everybody, for the same few seats. */
@QuarkusTest
class MixedRaceTest {

    private static final int FAMILIES = 16;
    private static final int ACTS = 12;
    private static final int SEATS = 3;

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
        one = given.block().ofSessions(3).seats(SEATS).published();
        two = given.block().ofTheCourseOf(one).ofSessions(3).seats(SEATS).published();
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
            assertThat(sum(states)).isLessThanOrEqualTo(SEATS);
            assertThat(states.get(0) + states.get(1))
                    .isEqualTo(count("SELECT count(*) FROM held_seat WHERE session_id = ?", session));
            assertThat(states.get(2))
                    .isEqualTo(count(
                            "SELECT count(DISTINCT child_id) FROM place WHERE session_id = ? AND state = 'CONFIRMED'",
                            session));
        }
    }

    private static int sum(List<Integer> states) {
        return states.stream().mapToInt(Integer::intValue).sum();
    }

    private int count(String query, UUID session) {
        return given.sql().<Long>one(query, session).intValue();
    }

    @Test
    void the_last_seat_goes_to_one_of_a_hold_a_booking_a_credit_and_whoever_waits() {
        for (int round = 0; round < 10; round++) {
            TaughtBlock last =
                    given.block().ofTheCourseOf(one).ofSessions(1).seats(1).published();
            List<WaitingFamily> four =
                    Stream.generate(() -> WaitingFamily.of(1, given)).limit(4).toList();
            List<Carer> carers = four.stream().map(WaitingFamily::carer).toList();
            List<UUID> children =
                    four.stream().map(family -> family.children()[0]).toList();
            UUID seat = last.session(0);
            String credit = missed(carers.get(2), children.get(2));

            List<Response> answers = Race.of(4, i -> () -> switch (i) {
                case 0 -> carers.get(0).holdSession(seat, children.get(0));
                case 1 -> carers.get(1).bookSession(seat, children.get(1));
                case 2 -> carers.get(2).makeUp(credit, seat);
                default -> carers.get(3).waitForSession(seat, children.get(3));
            });
            matcher.matchAll();

            assertThat(answers.get(3).statusCode()).isEqualTo(201);
            String entry = answers.get(3).path("id");
            boolean offered = WaitingFamily.states(given, entry).equals(List.of("OFFERED"));
            long got = answers.stream()
                    .limit(3)
                    .filter(answer -> answer.statusCode() == 201)
                    .count();
            assertThat(got + (offered ? 1 : 0)).isEqualTo(1);
            assertThat(sum(given.states(seat))).isEqualTo(1);
        }
    }

    /** A credit for a session of another block of the course. */
    private String missed(Carer carer, UUID child) {
        TaughtBlock other = given.block().ofTheCourseOf(one).ofSessions(1).published();
        String place = carer.bookBlock(other.id(), child).path("places[0].id");
        return carer.absent(place).then().statusCode(200).extract().path("id");
    }

    /** The control: whoever counts first and writes then, by whichever way, fills the last seat once for each way there is. */
    @Test
    void a_desk_that_counts_first_and_writes_then_fills_a_seat_in_each_state() {
        given.sql().change("CREATE TABLE IF NOT EXISTS naive_states (held int, offered int, taken int)");
        given.sql().change("INSERT INTO naive_states VALUES (0, 0, ?)", SEATS - 1);
        List<String> ways = List.of("held", "offered", "taken");
        CyclicBarrier allHaveCounted = new CyclicBarrier(ways.size());

        Race.of(ways.size(), i -> () -> fillNaively(ways.get(i), allHaveCounted));

        assertThat(given.sql().<Integer>one("SELECT held + offered + taken FROM naive_states"))
                .isEqualTo(SEATS - 1 + ways.size());
        given.sql().change("DROP TABLE naive_states");
    }

    private boolean fillNaively(String way, CyclicBarrier allHaveCounted) throws Exception {
        int used = given.sql().one("SELECT held + offered + taken FROM naive_states");
        allHaveCounted.await();
        return used < SEATS && given.sql().change("UPDATE naive_states SET %1$s = %1$s + 1".formatted(way)) == 1;
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
