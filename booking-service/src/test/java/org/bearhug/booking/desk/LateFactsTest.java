package org.bearhug.booking.desk;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LateFactsTest {

    private static final Executor A_MOMENT_LATER = delayedExecutor(300, TimeUnit.MILLISECONDS);

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void a_child_of_which_the_desk_hears_a_moment_later_is_booked() {
        TaughtBlock block = given.block().ofSessions(1).published();
        UUID mia = UUID.randomUUID();
        runAsync(() -> cara.tell(mia, "Mia", Given.MONDAY.minusWeeks(10), 1), A_MOMENT_LATER);

        cara.bookBlock(block.id(), mia).then().statusCode(201);

        assertThat(given.taken(block)).containsExactly(1);
    }

    @Test
    void a_block_that_is_published_a_moment_later_is_booked() {
        TaughtBlock block = given.block().ofSessions(2).drafted();
        UUID mia = cara.child("Mia", 10);
        runAsync(
                () -> {
                    block.tellSessions(2);
                    block.tellBlock(2, "PUBLISHED");
                },
                A_MOMENT_LATER);

        cara.bookBlock(block.id(), mia).then().statusCode(201);

        assertThat(given.taken(block)).containsExactly(1, 1);
    }

    @Test
    void a_session_that_is_published_a_moment_later_is_booked() {
        TaughtBlock block = given.block().ofSessions(1).drafted();
        UUID mia = cara.child("Mia", 10);
        runAsync(() -> block.tellSessions(2), A_MOMENT_LATER);

        cara.bookSession(block.session(0), mia).then().statusCode(201);
    }

    @Test
    void what_does_not_come_is_not_there() {
        UUID mia = cara.child("Mia", 10);
        given.known(mia);

        long start = System.nanoTime();
        cara.bookSession(UUID.randomUUID(), mia).then().statusCode(404).body("code", equalTo("not-found"));

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(1_900L, 6_000L);
    }

    @Test
    void many_who_ask_for_what_is_not_there_do_not_keep_others_waiting() {
        TaughtBlock block = given.block().ofSessions(1).published();
        UUID mia = cara.child("Mia", 10);
        given.known(mia);
        List<UUID> unknown =
                IntStream.range(0, 30).mapToObj(nth -> UUID.randomUUID()).toList();

        List<Integer> statuses = Race.of(
                31,
                nth -> () -> cara.bookSession(nth < 30 ? unknown.get(nth) : block.session(0), mia)
                        .statusCode());

        assertThat(statuses.subList(0, 30)).containsOnly(404);
        assertThat(statuses.get(30)).isEqualTo(201);
    }
}
