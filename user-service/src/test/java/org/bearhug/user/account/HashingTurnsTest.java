package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bearhug.kit.Refusal;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.Test;

class HashingTurnsTest {

    private final HashingTurns turns = new HashingTurns();

    @Test
    void whoever_is_logged_in_goes_before_those_who_are_logging_in() {
        assertThat(turns.<Integer>take(() -> Thread.currentThread().getPriority()))
                .isEqualTo(Thread.MIN_PRIORITY)
                .isLessThan(Thread.currentThread().getPriority());
    }

    @Test
    void whoever_finds_too_many_waiting_is_sent_away_at_once_and_the_others_have_their_turn() {
        var first = new CountDownLatch(1);
        var refused = new CountDownLatch(10);

        var answers = Race.of(HashingTurns.AT_ONCE + HashingTurns.WAITING + 10, i -> (Callable<String>) () -> {
            try {
                return turns.take(() -> {
                    first.await();
                    return "done";
                });
            } catch (Refusal refusal) {
                refused.countDown();
                if (refused.getCount() == 0) {
                    first.countDown();
                }
                return refusal.code();
            }
        });

        assertThat(answers).filteredOn("service-unavailable"::equals).hasSize(10);
        assertThat(answers).filteredOn("done"::equals).hasSize(HashingTurns.AT_ONCE + HashingTurns.WAITING);
    }

    @Test
    void what_goes_wrong_in_a_turn_is_told_and_the_next_has_its_turn() {
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalArgumentException("not a hash");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("not a hash");
        assertThat(turns.<String>take(() -> "done")).isEqualTo("done");
    }
}
