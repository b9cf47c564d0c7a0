package org.bearhug.reads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The answers that are ready, by the address that was asked for, within a limit of memory. */
@Singleton
class ReadyStore {

    /** Who has waited in vain for others so often makes an answer of its own. */
    private static final int TRIES = 3;

    private final Generations generations;
    private final LongPredicate recent;
    private final Clock clock;
    private final Cache<String, ReadyAnswer> kept;
    private final ConcurrentMap<String, CompletableFuture<ReadyAnswer>> making = new ConcurrentHashMap<>();

    @Inject
    ReadyStore(
            Generations generations,
            ChangeWatch watch,
            Clock clock,
            @ConfigProperty(name = "bearhug.ready-answers-size") MemorySize size) {
        this(generations, watch::isRecent, clock, size.asLongValue());
    }

    ReadyStore(Generations generations, LongPredicate recent, Clock clock, long size) {
        this.generations = generations;
        this.recent = recent;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String address, ReadyAnswer answer) -> answer.weight() + 2 * address.length())
                .executor(Runnable::run)
                .build();
    }

    /** What is ready and good; null when there is nothing. */
    ReadyAnswer find(String address) {
        ReadyAnswer answer = kept.getIfPresent(address);
        return answer != null && isGood(answer) ? answer : null;
    }

    private boolean isGood(ReadyAnswer answer) {
        return recent.test(answer.readAt()) && answer.isGood(generations, clock.instant());
    }

    /** What is ready, or is read now: by one at a time, and the others wait for it. */
    ReadyAnswer get(String address, Supplier<Reading<byte[]>> read) {
        for (int i = 0; i < TRIES; i++) {
            ReadyAnswer ready = find(address);
            if (ready != null) {
                return ready;
            }
            CompletableFuture<ReadyAnswer> mine = new CompletableFuture<>();
            CompletableFuture<ReadyAnswer> others = making.putIfAbsent(address, mine);
            if (others == null) {
                return keep(address, read, mine);
            }
            ReadyAnswer shared = await(others);
            if (isGood(shared)) {
                return shared;
            }
        }
        return make(read);
    }

    /** Kept even when it is outdated by now: it knows so itself. */
    private ReadyAnswer keep(String address, Supplier<Reading<byte[]>> read, CompletableFuture<ReadyAnswer> promised) {
        try {
            ReadyAnswer made = make(read);
            kept.put(address, made);
            promised.complete(made);
            return made;
        } catch (RuntimeException | Error fault) {
            promised.completeExceptionally(fault);
            throw fault;
        } finally {
            making.remove(address, promised);
        }
    }

    /** The generation is that from before it is read, so that nothing which is committed meanwhile is overlooked. */
    private ReadyAnswer make(Supplier<Reading<byte[]>> read) {
        long generation = generations.latest();
        Instant from = clock.instant();
        long readAt = System.nanoTime();
        return new ReadyAnswer(read.get(), generation, from, readAt);
    }

    private static ReadyAnswer await(CompletableFuture<ReadyAnswer> others) {
        try {
            return others.join();
        } catch (CompletionException fault) {
            if (fault.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw fault;
        }
    }
}
