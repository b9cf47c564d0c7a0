package org.bearhug.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Two hundred carers with two babies each, made once, since so many passwords take their time. */
final class Crowd {

    static final int CARERS = 200;

    /** As many people register at once as the service hashes passwords without letting anybody wait long. */
    private static final int AT_ONCE = 4;

    private static List<Member> members;

    private Crowd() {}

    /** One of the crowd. */
    record Member(int number, Someone carer, String firstChild, String secondChild) {}

    static synchronized List<Member> members() {
        if (members == null) {
            members = all(AT_ONCE, IntStream.range(0, CARERS).boxed().toList(), Crowd::member);
        }
        return members;
    }

    private static Member member(int number) {
        Someone carer = Someone.carer();
        return new Member(number, carer, carer.child("Mia", 10), carer.child("Ben", 11));
    }

    /** Everybody does it at the same time; returns what came of it, in the order of the members. */
    static <T> List<T> atOnce(Function<Member, T> deed) {
        List<Member> everybody = members();
        CountDownLatch gate = new CountDownLatch(CARERS);
        return all(CARERS, everybody, member -> {
            gate.countDown();
            awaitAt(gate);
            return deed.apply(member);
        });
    }

    private static void awaitAt(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <A, B> List<B> all(int threads, List<A> items, Function<A, B> deed) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<B>> tasks = items.stream()
                    .<Callable<B>>map(item -> () -> deed.apply(item))
                    .toList();
            List<B> results = new ArrayList<>();
            for (Future<B> result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of them fell", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
