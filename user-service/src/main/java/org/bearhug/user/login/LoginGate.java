package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bearhug.kit.Refusal;

/**
 * Before the log-in by password: few are at it at once, so that a storm of them, which waits for hashes and for each
 * other's rows, leaves the database's connections to those who are logged in. Whoever is sent away has not tried yet.
 */
@ApplicationScoped
class LoginGate {

    /** Enough to keep the cores that hash busy, and far fewer than there are connections. */
    private static final int INSIDE = 2 + Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Each of those that wait holds a thread, and the requests of all others need threads too. */
    private static final int WAITING = 64;

    private static final long LONGEST_WAIT_MS = 3_000;

    private final Semaphore places = new Semaphore(INSIDE, true);

    /**
     * Does it when there is a place.
     *
     * @throws Refusal 503 when there is none for three seconds, or when too many wait
     */
    Response pass(Supplier<Response> logIn) {
        try {
            if (places.getQueueLength() >= WAITING || !places.tryAcquire(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS)) {
                throw Refusal.unavailable("Too many people are logging in just now. Please try again in a moment.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The service is stopping. Please try again in a moment.");
        }
        try {
            return logIn.get();
        } finally {
            places.release();
        }
    }
}
