package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets bookings come to the desk one after the other, a few at a time, so that a rush for one class leaves database
 * connections for everybody else. Who waited in vain is told to come again.
 */
@ApplicationScoped
class BookingQueue {

    private final Semaphore desks;
    private final Duration longestWait;

    BookingQueue(
            @ConfigProperty(name = "bearhug.booking-desks") int desks,
            @ConfigProperty(name = "bearhug.booking-longest-wait") Duration longestWait) {
        this.desks = new Semaphore(desks, true);
        this.longestWait = longestWait;
    }

    /**
     * Does the work when it is its turn.
     *
     * @throws Refusal 503 when the queue is too long
     */
    <T> T atTheDesk(Supplier<T> work) {
        try {
            if (!desks.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.unavailable("Many people are booking just now. Please try again in a moment.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The service is stopping. Please try again in a moment.");
        }
        try {
            return work.get();
        } finally {
            desks.release();
        }
    }
}
