package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once want to use one credit, or use it and give it up again. */
@QuarkusTest
class MakeUpRaceTest {

    private static final int AT_ONCE = 9;

    @Inject
    Given given;

    @Inject
    DeskJobs desk;

    private PlainFamily family;
    private String credit;
    private TaughtBlock other;

    @BeforeEach
    void a_credit() {
        given.a_week_before();
        family = PlainFamily.some(given, 1).get(0);
        TaughtBlock block = given.block().ofSessions(1).makesUp(1, 6).published();
        other = given.block().ofTheCourseOf(block).ofSessions(3).published();
        credit = family.misses(block);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_is_used_once_by_many_at_once(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);

        List<Response> answers = Race.of(AT_ONCE, nth -> () -> family.carer().makeUp(credit, other.session(nth % 3)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("credit-used"));
        assertThat(taken()).isEqualTo(1);
    }

    /** Giving up and using lock the credit and the seats in one order: nobody is told of a fault. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_gives_it_up_and_who_uses_it_at_once_do_not_wait_for_each_other(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        List<PlainFamily> others = PlainFamily.some(given, 4);
        for (int round = 0; round < 5; round++) {
            String booking = family.carer()
                    .makeUp(credit, other.session(0))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            TaughtBlock crowded =
                    given.block().ofTheCourseOf(other).ofSessions(1).published();

            List<Integer> answers = Race.of(
                    8,
                    nth -> () -> (switch (nth) {
                                case 0 -> family.carer().cancel(booking);
                                case 1, 2, 3 -> family.carer().makeUp(credit, crowded.session(0));
                                default ->
                                    others.get(nth - 4)
                                            .carer()
                                            .bookBlock(
                                                    crowded.id(),
                                                    others.get(nth - 4).child());
                            })
                            .statusCode());

            assertThat(answers.get(0)).isEqualTo(200);
            assertThat(answers.subList(4, 8)).containsOnly(201);
            assertThat(answers.subList(1, 4)).isSubsetOf(201, 409);
            Stream.of(given.sql().<String>one(USED_FOR, credit))
                    .filter(used -> used != null)
                    .forEach(used -> family.carer().cancel(used).then().statusCode(200));
        }
        assertThat(taken()).isZero();
    }

    /** The control: whoever looks first and writes then uses it as often as there are who look. */
    @Test
    void a_desk_that_looks_first_and_writes_then_uses_a_credit_over_and_over() {
        CyclicBarrier allHaveLooked = new CyclicBarrier(3);

        List<Boolean> used = Race.of(3, nth -> () -> {
            boolean free = given.sql().<String>one(USED_FOR, credit) == null;
            allHaveLooked.await();
            return free
                    && family.carer()
                                    .bookSession(other.session(nth), family.child())
                                    .statusCode()
                            == 201;
        });

        assertThat(used).containsOnly(true);
        assertThat(taken()).isEqualTo(3);
    }

    private static final String USED_FOR = "SELECT booking_id::text FROM make_up_credit WHERE id = ?::uuid";

    private int taken() {
        return given.taken(other).stream().mapToInt(Integer::intValue).sum();
    }
}
