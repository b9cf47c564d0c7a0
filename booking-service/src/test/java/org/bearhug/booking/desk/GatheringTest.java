package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Semaphore doors = new Semaphore(0);
    private final List<List<Integer>> served = new CopyOnWriteArrayList<>();
    private Gathering<Integer> gathering = gathering(1);

    private Gathering<Integer> gathering(int lanes) {
        return new Gathering<>(10, 4, lanes, group -> {
            served.add(group);
            doors.acquireUninterruptibly();
        });
    }

    @AfterEach
    void close() {
        doors.release(100);
        gathering.close();
    }

    @Test
    void who_comes_alone_is_served_at_once_and_alone() {
        gathering.join(1);

        await().until(() -> served.equals(List.of(List.of(1))));
        doors.release();
        gathering.join(2);
        await().until(() -> served.equals(List.of(List.of(1), List.of(2))));
    }

    @Test
    void who_comes_meanwhile_is_served_together_in_order_and_not_too_many_at_a_time() {
        gathering.join(0);
        await().until(() -> served.size() == 1);
        IntStream.range(1, 8).forEach(gathering::join);

        doors.release(3);

        await().until(() -> served.equals(List.of(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6, 7))));
    }

    @Test
    void the_queue_is_bounded_and_takes_people_again_when_some_are_served() {
        gathering.join(0);
        await().until(() -> served.size() == 1);
        IntStream.range(1, 11).forEach(nth -> assertThat(gathering.join(nth)).isTrue());

        assertThat(gathering.join(11)).isFalse();
        doors.release();
        await().until(() -> served.size() == 2);

        assertThat(gathering.join(11)).isTrue();
    }

    @Test
    void a_fault_does_not_stop_the_next() {
        gathering = new Gathering<>(10, 1, 1, group -> {
            served.add(group);
            throw new IllegalStateException("for want of luck");
        });
        IntStream.range(0, 3).forEach(gathering::join);

        await().until(() -> served.size() == 3);
    }

    @Test
    void lanes_serve_side_by_side() {
        gathering = gathering(2);
        gathering.join(1);
        await().until(() -> served.size() == 1);
        gathering.join(2);

        await().until(() -> served.size() == 2);
        assertThat(served).containsExactlyInAnyOrder(List.of(1), List.of(2));
    }
}
