package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is done after commits. */
@QuarkusTest
class AfterCommitTest {

    @Inject
    AfterCommit afterCommit;

    @Test
    void what_waits_already_is_not_done_once_more_but_what_has_begun_is() {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch mayEnd = new CountDownLatch(1);
        UUID first = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        committed(first, () -> {
            done.add("begun");
            hold(mayEnd);
        });
        await().until(() -> done.contains("begun"));
        committed(first, () -> done.add("first"));
        committed(other, () -> done.add("other"));
        committed(first, () -> done.add("first"));
        mayEnd.countDown();

        await().until(() -> done.contains("other"));
        assertThat(done).containsExactly("begun", "first", "other");
    }

    @Test
    void what_is_rolled_back_is_followed_by_nothing() {
        List<String> done = new CopyOnWriteArrayList<>();
        UUID about = UUID.randomUUID();

        QuarkusTransaction.begin();
        afterCommit.then(about, () -> done.add("rolled back"));
        QuarkusTransaction.rollback();
        committed(about, () -> done.add("committed"));

        await().until(() -> !done.isEmpty());
        assertThat(done).containsExactly("committed");
    }

    private void committed(UUID about, Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> afterCommit.then(about, work));
    }

    private static void hold(CountDownLatch mayEnd) {
        try {
            assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
