package org.bearhug.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a look is taken, told apart by how long that may take at most: a rest is a second, or fifteen after a fault. */
class RoundsTest {

    private static final long NEARLY_AT_ONCE_MS = 700;
    private static final long NOT_AFTER_A_FAULT_MS = 5_000;

    private final BlockingQueue<String> looks = new LinkedBlockingQueue<>();
    private volatile Runnable look = () -> {};
    private final Rounds rounds = new Rounds("looks", () -> {
        looks.add(Thread.currentThread().getName());
        look.run();
    });

    @AfterEach
    void end() {
        rounds.stop();
    }

    @Test
    void it_looks_at_the_start_and_again_by_itself() throws Exception {
        rounds.start();

        assertThat(within(NEARLY_AT_ONCE_MS)).as("the thread").isEqualTo("looks");
        assertThat(within(NOT_AFTER_A_FAULT_MS)).isEqualTo("looks");
    }

    @Test
    void who_wakes_it_does_not_wait_for_the_next_round() throws Exception {
        rounds.start();
        within(NEARLY_AT_ONCE_MS);

        for (int news = 0; news < 5; news++) {
            rounds.wake();
            assertThat(within(NEARLY_AT_ONCE_MS)).isNotNull();
        }
    }

    @Test
    void what_comes_during_a_look_is_looked_for_at_once_and_only_once_more() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        look = () -> wait(told);
        rounds.start();
        within(NEARLY_AT_ONCE_MS);

        rounds.wake();
        rounds.wake();
        rounds.wake();
        told.countDown();

        assertThat(within(NEARLY_AT_ONCE_MS)).isNotNull();
        assertThat(within(NEARLY_AT_ONCE_MS)).isNull();
    }

    @Test
    void a_look_that_goes_wrong_is_followed_by_a_longer_rest_and_no_end() throws Exception {
        look = () -> {
            throw new IllegalStateException("the database is away");
        };
        rounds.start();
        within(NEARLY_AT_ONCE_MS);
        assertThat(within(2_000)).as("it rests").isNull();

        rounds.wake();

        assertThat(within(NEARLY_AT_ONCE_MS)).isNotNull();
    }

    @Test
    void it_ends_in_the_midst_of_a_look() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        look = () -> {
            wait(new CountDownLatch(1));
            ended.countDown();
        };
        rounds.start();
        within(NEARLY_AT_ONCE_MS);

        rounds.stop();
        rounds.wake();

        assertThat(ended.await(NOT_AFTER_A_FAULT_MS, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(within(2_000)).as("another look").isNull();
    }

    private String within(long milliseconds) throws InterruptedException {
        return looks.poll(milliseconds, TimeUnit.MILLISECONDS);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
