package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes at once gets what there is, whether bookings share a commit or not. */
@QuarkusTest
class BookingRaceTest {

    private static final int CARERS = 60;

    @Inject
    Given given;

    @Inject
    DeskJobs desk;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_last_seat_goes_to_exactly_one_of_two_carers(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        for (int round = 0; round < 10; round++) {
            TaughtBlock block = given.block().ofSessions(1).seats(1).published();
            List<Family> families = families(2, 1);

            Map<String, Long> answers = race(2, i -> families.get(i).books(block.id()));

            assertThat(answers).isEqualTo(Map.of("201", 1L, "session-full", 1L));
            assertThat(given.taken(block)).containsExactly(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_seats_of_a_block_go_to_as_many_as_there_are(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        TaughtBlock block = given.block().seats(12).published();
        List<Family> families = families(CARERS, 1);

        Map<String, Long> answers = race(CARERS, i -> families.get(i).books(block.id()));

        assertThat(answers).isEqualTo(Map.of("201", 12L, "session-full", CARERS - 12L));
        assertThat(given.taken(block)).containsOnly(12);
        assertThat(given.places(block)).containsOnly(12L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void blocks_drop_ins_and_families_of_two_share_the_same_seats(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        TaughtBlock block = given.block().seats(7).published();
        List<Family> families = families(CARERS, 2);

        Map<String, Long> answers = race(CARERS, i -> switch (i % 3) {
            case 0 -> families.get(i).books(block.id());
            case 1 -> families.get(i).dropsInto(block.session(i % 6));
            default -> families.get(i).booksForTheFirst(block.id());
        });

        assertThat(answers.keySet()).containsExactlyInAnyOrder("201", "session-full");
        assertThat(given.taken(block)).allSatisfy(taken -> assertThat(taken).isBetween(1, 7));
        assertThat(given.places(block))
                .isEqualTo(given.taken(block).stream().map(Integer::longValue).toList());
        // Somebody gave up for want of a seat, so in some session not even one more family of two fits.
        assertThat(given.taken(block)).anySatisfy(taken -> assertThat(taken).isGreaterThanOrEqualTo(6));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_child_booked_many_times_at_once_gets_one_place(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        TaughtBlock block = given.block().ofSessions(3).published();
        Family family = families(1, 1).get(0);

        Map<String, Long> answers =
                race(20, i -> i % 2 == 0 ? family.books(block.id()) : family.dropsInto(block.session(i % 3)));

        assertThat(answers.keySet()).containsExactlyInAnyOrder("201", "already-booked");
        assertThat(given.places(block)).allSatisfy(places -> assertThat(places).isLessThanOrEqualTo(1));
        assertThat(given.taken(block))
                .isEqualTo(given.places(block).stream().map(Long::intValue).toList());
    }

    /** The control: whoever looks first and writes then sells the same seat twice. */
    @Test
    void a_desk_that_looks_first_and_writes_then_oversells() {
        given.sql().change("CREATE TABLE IF NOT EXISTS naive_seats (capacity int, taken int)");
        given.sql().change("INSERT INTO naive_seats VALUES (1, 0)");
        CyclicBarrier allHaveLooked = new CyclicBarrier(2);

        List<Boolean> got = Race.of(2, i -> () -> takeNaively(allHaveLooked));

        assertThat(got).containsExactly(true, true);
        assertThat(given.sql().<Integer>one("SELECT taken FROM naive_seats")).isEqualTo(2);
        given.sql().change("DROP TABLE naive_seats");
    }

    private boolean takeNaively(CyclicBarrier allHaveLooked) throws Exception {
        boolean free = given.sql().one("SELECT taken < capacity FROM naive_seats");
        allHaveLooked.await();
        return free && given.sql().change("UPDATE naive_seats SET taken = taken + 1") == 1;
    }

    private List<Family> families(int number, int children) {
        List<Family> families = IntStream.range(0, number)
                .mapToObj(i -> {
                    Carer carer = Carer.fresh();
                    return new Family(
                            carer,
                            IntStream.range(0, children)
                                    .mapToObj(n -> carer.child("Child " + n, 10))
                                    .toArray(UUID[]::new));
                })
                .toList();
        given.known(families.get(number - 1).children());
        return families;
    }

    private record Family(Carer carer, UUID[] children) {
        Callable<Response> books(UUID block) {
            return () -> carer.bookBlock(block, children);
        }

        Callable<Response> booksForTheFirst(UUID block) {
            return () -> carer.bookBlock(block, children[0]);
        }

        Callable<Response> dropsInto(UUID session) {
            return () -> carer.bookSession(session, children);
        }
    }

    /** How often each answer came: 201, or the code of a problem. */
    private static Map<String, Long> race(int runners, IntFunction<Callable<Response>> runner) {
        List<Response> answers = new ArrayList<>(Race.of(runners, runner));
        return answers.stream()
                .map(answer ->
                        answer.statusCode() == 201 ? "201" : answer.jsonPath().getString("code"))
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
    }
}
