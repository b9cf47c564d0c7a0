package org.bearhug.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadyStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Generations generations = new Generations();
    private final AtomicBoolean awake = new AtomicBoolean(true);
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final ReadyStore store = new ReadyStore(generations, readAt -> awake.get(), new Watch(), 1_000_000);
    private final AtomicReference<String> truth = new AtomicReference<>("old");
    private final AtomicInteger reads = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void what_is_ready_is_not_read_again_until_it_changes() {
        assertThat(get(this::read)).isEqualTo("old");
        truth.set("new");
        assertThat(get(this::read)).isEqualTo("old");
        generations.change(Set.of("elsewhere"));
        assertThat(get(this::read)).isEqualTo("old");

        generations.change(Set.of("course"));

        assertThat(get(this::read)).isEqualTo("new");
        assertThat(reads).hasValue(2);
    }

    /** Someone's way of keeping what was read. */
    private interface Shelf {
        String get(Supplier<String> read);

        void changed();
    }

    @Test
    void a_slow_reader_never_puts_back_what_was_before_a_commit() {
        assertThat(overtaken(new Shelf() {
                    @Override
                    public String get(Supplier<String> read) {
                        return ReadyStoreTest.this.get(() -> reading(read.get()));
                    }

                    @Override
                    public void changed() {
                        generations.change(Set.of("course"));
                    }
                }))
                .isEqualTo("new");
    }

    @Test
    void but_a_map_that_is_only_cleared_on_a_change_would_have() {
        Map<String, String> naive = new ConcurrentHashMap<>();
        assertThat(overtaken(new Shelf() {
                    @Override
                    public String get(Supplier<String> read) {
                        String kept = naive.get("/");
                        if (kept == null) {
                            kept = read.get();
                            naive.put("/", kept);
                        }
                        return kept;
                    }

                    @Override
                    public void changed() {
                        naive.clear();
                    }
                }))
                .isEqualTo("old");
    }

    /** What is on the shelf after a commit that fell between a reader's look and its putting away. */
    private String overtaken(Shelf shelf) {
        shelf.get(() -> {
            String seen = truth.get();
            truth.set("new");
            shelf.changed();
            return seen;
        });
        return shelf.get(truth::get);
    }

    @Test
    void who_comes_after_a_commit_does_not_get_what_a_slow_reader_saw_before() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<String> slow = threads.submit(() -> get(() -> {
            Reading<byte[]> old = read();
            seen.countDown();
            await(go);
            return old;
        }));
        await(seen);
        truth.set("new");
        generations.change(Set.of("course"));
        Future<String> late = threads.submit(() -> get(this::read));
        go.countDown();

        assertThat(slow.get(5, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(late.get(5, TimeUnit.SECONDS)).isEqualTo("new");
    }

    @Test
    void many_who_ask_at_once_are_one_reader() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            answers.add(threads.submit(() -> get(() -> {
                await(go);
                return read();
            })));
        }
        go.countDown();

        for (Future<String> answer : answers) {
            assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("old");
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void a_fault_is_told_to_who_waits_and_kept_for_nobody() {
        assertThatThrownBy(() -> get(() -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(get(this::read)).isEqualTo("old");
    }

    @Test
    void nothing_is_ready_while_nobody_looks_for_changes() {
        get(this::read);
        awake.set(false);
        truth.set("new");

        assertThat(get(this::read)).isEqualTo("new");
        assertThat(store.find("/")).isNull();
    }

    @Test
    void what_time_changes_is_good_until_then_and_not_before_it_was_read() {
        Supplier<Reading<byte[]>> untilOne =
                () -> new Reading<>(read().view(), null, Set.of("course"), NOON.plusSeconds(3600));
        get(untilOne);
        now.set(NOON.plusSeconds(3599));
        assertThat(store.find("/")).isNotNull();

        now.set(NOON.plusSeconds(3600));
        assertThat(store.find("/")).isNull();
        now.set(NOON.minusSeconds(1));
        assertThat(store.find("/")).isNull();
    }

    @Test
    void memory_has_a_limit_of_bytes() {
        byte[] large = new byte[100_000];
        for (int i = 0; i < 100; i++) {
            store.get("/" + i, () -> new Reading<>(large, null, Set.of("course"), null));
        }
        long ready =
                IntStream.range(0, 100).filter(i -> store.find("/" + i) != null).count();

        assertThat(ready).isBetween(1L, 9L);
    }

    private String get(Supplier<Reading<byte[]>> read) {
        return store.get("/", read)
                .reply(new Conditions(List.of(), false))
                .body()
                .toString(StandardCharsets.UTF_8);
    }

    private Reading<byte[]> read() {
        reads.incrementAndGet();
        return reading(truth.get());
    }

    private static Reading<byte[]> reading(String text) {
        return new Reading<>(text.getBytes(StandardCharsets.UTF_8), null, Set.of("course"), null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Watch extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
