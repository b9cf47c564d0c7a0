package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RetryTest {

    @Inject
    Given given;

    @Inject
    DeskJobs desk;

    private final Carer cara = Carer.fresh();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void the_same_key_books_once_and_gets_the_same_answer() {
        TaughtBlock block = given.block().published();
        Map<String, ?> wish = wish(block, cara.child("Mia", 10));

        Response first = cara.book(key, wish);
        Response second = cara.book(key, wish);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(given.taken(block)).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_same_key_twenty_times_at_once_books_once(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        TaughtBlock block = given.block().published();
        UUID mia = cara.child("Mia", 10);
        given.known(mia);
        Map<String, ?> wish = wish(block, mia);

        List<Response> answers = Race.of(20, i -> () -> cara.book(key, wish));

        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> assertThat(
                        answer.jsonPath().getString("code"))
                .isEqualTo("idempotency-key-in-use"));
        assertThat(given.taken(block)).containsOnly(1);
        assertThat(given.sql().<Long>one("SELECT count(*) FROM booking WHERE carer_id = ?", cara.id()))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_wish_is_refused() {
        TaughtBlock block = given.block().published();
        UUID mia = cara.child("Mia", 10);
        cara.book(key, wish(block, mia)).then().statusCode(201);

        cara.book(key, Map.of("sessionId", block.session(0), "childIds", List.of(mia)))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_refusal_is_judged_anew_when_it_is_sent_again() {
        TaughtBlock block = given.block().ofSessions(1).seats(1).published();
        Carer omar = Carer.fresh();
        String taken =
                omar.bookBlock(block.id(), omar.child("Zoe", 10)).jsonPath().getString("id");
        Map<String, ?> wish = wish(block, cara.child("Mia", 10));
        cara.book(key, wish).then().statusCode(409);

        omar.cancel(taken).then().statusCode(200);

        cara.book(key, wish).then().statusCode(201);
        assertThat(given.taken(block)).containsExactly(1);
    }

    @Test
    void keys_of_two_carers_do_not_meet() {
        TaughtBlock block = given.block().published();
        Carer omar = Carer.fresh();

        cara.book(key, wish(block, cara.child("Mia", 10))).then().statusCode(201);
        omar.book(key, wish(block, omar.child("Zoe", 10))).then().statusCode(201);

        assertThat(given.taken(block)).containsOnly(2);
    }

    @Test
    void after_a_day_a_key_is_forgotten_but_the_child_is_not() {
        TaughtBlock block = given.block().published();
        Map<String, ?> wish = wish(block, cara.child("Mia", 10));
        cara.book(key, wish).then().statusCode(201);

        TestClock.set(Given.FIRST_START.minus(Duration.ofDays(6)).plusSeconds(1));

        cara.book(key, wish).then().statusCode(409).body("code", equalTo("already-booked"));
        assertThat(given.taken(block)).containsOnly(1);
    }

    private static Map<String, ?> wish(TaughtBlock block, UUID child) {
        return Map.of("blockId", block.id(), "childIds", List.of(child));
    }
}
