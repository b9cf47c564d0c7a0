package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoldRaceTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Inject
    Given given;

    @Inject
    ExpiredHolds expiredHolds;

    private record Family(Carer carer, UUID child) {
        static Family fresh() {
            Carer carer = Carer.fresh();
            return new Family(carer, carer.child("Child", 10));
        }
    }

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void seats_that_expired_go_to_as_many_as_there_are() {
        TaughtBlock block = given.block().ofSessions(3).seats(5).published();
        families(5).forEach(family -> family.carer()
                .holdBlock(block.id(), family.child())
                .then()
                .statusCode(201));
        List<Family> newcomers = families(30);
        TestClock.set(Given.A_WEEK_BEFORE.plus(QUARTER));

        Map<String, Long> answers = race(31, i -> {
            if (i == 30) {
                return () -> {
                    expiredHolds.giveBack();
                    return "job";
                };
            }
            Family family = newcomers.get(i);
            return () -> i % 2 == 0
                    ? code(family.carer().bookBlock(block.id(), family.child()))
                    : code(family.carer().holdBlock(block.id(), family.child()));
        });

        assertThat(answers).isEqualTo(Map.of("201", 5L, "session-full", 25L, "job", 1L));
        for (UUID session : block.sessions()) {
            assertThat(given.states(session).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(5);
            assertThat(given.sql().<Long>one("SELECT count(*) FROM held_seat WHERE session_id = ?", session))
                    .isEqualTo(given.states(session).get(0).longValue());
        }
    }

    @Test
    void who_holds_seats_gets_them_whoever_else_wants_them() {
        TaughtBlock block = given.block().ofSessions(3).seats(5).published();
        List<Family> holders = families(5);
        List<String> holds = holders.stream()
                .map(family ->
                        family.carer().holdBlock(block.id(), family.child()).<String>path("id"))
                .toList();
        List<Family> newcomers = families(20);

        List<String> answers = Race.of(
                25,
                i -> () -> i < 5
                        ? code(holders.get(i).carer().bookHeld(holds.get(i)))
                        : code(newcomers
                                .get(i - 5)
                                .carer()
                                .bookBlock(block.id(), newcomers.get(i - 5).child())));

        assertThat(answers.subList(0, 5)).containsOnly("201");
        assertThat(answers.subList(5, 25)).containsOnly("session-full");
        assertThat(given.taken(block)).containsOnly(5);
    }

    @Test
    void one_hold_booked_extended_and_let_go_at_once_leaves_each_seat_in_one_state() {
        for (int round = 0; round < 5; round++) {
            TaughtBlock block = given.block().ofSessions(3).seats(1).published();
            Family family = families(1).get(0);
            String hold = family.carer().holdBlock(block.id(), family.child()).path("id");

            race(6, i -> () -> switch (i % 3) {
                case 0 -> code(family.carer().bookHeld(hold));
                case 1 -> code(family.carer().asks().post("/v1/holds/" + hold + "/extend"));
                default -> code(family.carer().asks().delete("/v1/holds/" + hold));
            });

            List<List<Integer>> states =
                    block.sessions().stream().map(given::states).distinct().toList();
            assertThat(states).hasSize(1).isSubsetOf(List.of(List.of(0, 0, 0), List.of(0, 0, 1)));
        }
    }

    /** The control: whoever reads what has expired and gives it back then does it twice, under the same burst. */
    @Test
    void a_desk_that_reads_what_expired_and_gives_it_back_then_sells_it_twice() {
        given.sql().change("CREATE TABLE IF NOT EXISTS naive_holds (id int PRIMARY KEY, held int, taken int)");
        given.sql().change("INSERT INTO naive_holds SELECT n, 1, 0 FROM generate_series(1, 20) n");
        try {
            for (int id = 1; id <= 20; id++) {
                int session = id;
                Race.of(4, i -> () -> takeNaively(session));
            }

            assertThat(given.sql().<Long>one("SELECT count(*) FROM naive_holds WHERE held + taken <> 1 OR held < 0"))
                    .isGreaterThan(10);
        } finally {
            given.sql().change("DROP TABLE naive_holds");
        }
    }

    private boolean takeNaively(int id) {
        Integer held = given.sql().one("SELECT held FROM naive_holds, pg_sleep(0.02) WHERE id = ?", id);
        return held > 0
                && given.sql().change("UPDATE naive_holds SET held = held - 1, taken = taken + 1 WHERE id = ?", id)
                        == 1;
    }

    private List<Family> families(int number) {
        List<Family> families = Stream.generate(Family::fresh).limit(number).toList();
        given.known(families.stream().map(Family::child).toArray(UUID[]::new));
        return families;
    }

    private static Map<String, Long> race(int runners, IntFunction<Callable<String>> runner) {
        return Race.of(runners, runner).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String code(Response answer) {
        return answer.statusCode() < 300
                ? String.valueOf(answer.statusCode())
                : answer.jsonPath().getString("code");
    }
}
