package org.bearhug.user.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bearhug.kit.Refusal;
import org.bearhug.user.background.BackgroundThreads;

/** Where passwords are hashed: few at once, few that wait, and in the background. */
final class HashingTurns {

    /** Half of the cores: the rest is for those who are logged in. */
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Each of those that wait holds a thread, and the requests of all others need threads too. */
    static final int WAITING = 64;

    private static final long LONGEST_WAIT_MS = 2_000;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING, true),
            new BackgroundThreads("password hashing"));

    /**
     * The result of the work, once it had its turn.
     *
     * @throws Refusal 503 when too many wait, or when it takes too long
     */
    <T> T take(Callable<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            result.cancel(false);
            throw tooMany();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The service is stopping. Please try again in a moment.");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed", failed.getCause());
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException full) {
            throw tooMany();
        }
    }

    private static Refusal tooMany() {
        return Refusal.unavailable("Too many people are logging in just now. Please try again in a moment.");
    }
}
