package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crowd that books by statements which many share. */
@QuarkusTest
class SharedBookingsRaceTest {

    @Inject
    Given given;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void a_crowd_for_one_session_and_one_for_many_get_what_there_is() {
        TaughtBlock hot = given.block().ofSessions(1).seats(20).published();
        List<TaughtBlock> many = Stream.generate(
                        () -> given.block().ofSessions(1).seats(1).published())
                .limit(10)
                .toList();
        List<PlainFamily> families = PlainFamily.some(given, 60);

        List<Response> answers = Race.of(
                60,
                nth -> () -> nth % 2 == 0
                        ? families.get(nth)
                                .carer()
                                .bookBlock(hot.id(), families.get(nth).child())
                        : families.get(nth)
                                .carer()
                                .bookBlock(
                                        many.get(nth % 10 / 2 * 2 + 1).id(),
                                        families.get(nth).child()));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(20 + 5);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> assertThat(
                        answer.jsonPath().getString("code"))
                .isEqualTo("session-full"));
        assertThat(given.taken(hot)).containsExactly(20);
        assertThat(given.places(hot)).containsExactly(20L);
        assertThat(many.stream().flatMap(block -> given.taken(block).stream()).toList())
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(nth -> nth % 2).toList());
    }

    /** The control: a statement that judges each by what there was before all of them sells the same seat over and over. */
    @Test
    void without_counting_who_came_before_a_statement_would_oversell() {
        given.sql().change("CREATE TABLE IF NOT EXISTS naive_wish (nth int, seat int)");
        given.sql().change("INSERT INTO naive_wish SELECT n, 1 FROM generate_series(1, 3) n");

        long naive = given.sql().<Long>one("SELECT count(*) FROM naive_wish WHERE seat <= 1");
        long counted = given.sql()
                .<Long>one("SELECT count(*) FROM (SELECT sum(seat) OVER (ORDER BY nth) AS all_before FROM naive_wish)"
                        + " AS wish WHERE all_before <= 1");

        given.sql().change("DROP TABLE naive_wish");
        assertThat(List.of(naive, counted)).containsExactly(3L, 1L);
    }
}
