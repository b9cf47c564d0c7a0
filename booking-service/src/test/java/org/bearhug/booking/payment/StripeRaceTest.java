package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.desk.DeskJobs;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who book at once where one pays by Stripe first; they share commits, or have one each. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class StripeRaceTest {

    private static final int MOST_HOLDS = 10;

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    DeskJobs desk;

    private record Family(Carer carer, UUID child) {}

    @BeforeEach
    void a_stripe() {
        StripeStage.reset(PaidClass.NOW);
    }

    private List<Family> families(int number) {
        List<Family> families = Stream.generate(Carer::fresh)
                .limit(number)
                .map(carer -> new Family(carer, carer.child("Mia", 10)))
                .toList();
        given.known(families.stream().map(Family::child).toArray(UUID[]::new));
        return families;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_crowd_holds_what_there_is_and_who_held_before_is_among_them(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        TaughtBlock block = given.block().ofSessions(2).seats(5).published();
        List<Family> families = families(20);
        List<String> holds = families.subList(0, 2).stream()
                .map(family ->
                        family.carer().holdBlock(block.id(), family.child()).<String>path("id"))
                .toList();

        List<Response> answers = Race.of(20, nth -> () -> {
            Family family = families.get(nth);
            return nth < 2
                    ? family.carer().bookHeld(holds.get(nth))
                    : family.carer().bookBlock(block.id(), family.child());
        });

        assertThat(answers.subList(0, 2)).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .hasSize(5)
                .allSatisfy(
                        answer -> assertThat(answer.<String>path("payment.url")).startsWith("http"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("session-full"));
        assertThat(StripeStage.all("sessions")).hasSize(5);
        for (UUID session : block.sessions()) {
            assertThat(given.states(session)).containsExactly(5, 0, 0);
            assertThat(given.sql()
                            .<Long>one(
                                    "SELECT count(DISTINCT booking_id) FROM held_seat WHERE session_id = ?", session))
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_many_of_one_carer_one_is_the_last_for_whom_is_held(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        TaughtBlock block =
                given.block().ofSessions(MOST_HOLDS + 5).ages(0, 200).published();
        Family family = families(1).get(0);
        for (int nth = 0; nth < MOST_HOLDS - 1; nth++) {
            family.carer()
                    .bookSession(block.session(nth), family.child())
                    .then()
                    .statusCode(201);
        }

        List<Integer> answers = Race.of(
                6,
                nth -> () -> family.carer()
                        .bookSession(block.session(MOST_HOLDS - 1 + nth), family.child())
                        .statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(given.sql()
                        .<Long>one(
                                "SELECT count(*) FROM hold WHERE carer_id = ?",
                                family.carer().id()))
                .isEqualTo(MOST_HOLDS);
    }
}
