package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/**
 * A child that was entered or a block that was published a moment ago may not be known here yet. Whoever books it at
 * once is not turned away: the desk waits a little for the facts that are on their way.
 */
@ApplicationScoped
class LateFacts {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** So many may wait at once; what is not there is asked for by strangers, too. */
    private final Semaphore chairs = new Semaphore(8);

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    /** Books, and books again when what was not found has come meanwhile. */
    <T> T awaiting(UUID carer, Wanted wanted, Supplier<T> book) {
        try {
            return book.get();
        } catch (Refusal refusal) {
            if (refusal.status() != 404 || !arrive(carer, wanted)) {
                throw refusal;
            }
            return book.get();
        }
    }

    /** Waits a little for what is on its way; whether it has come. */
    boolean arrive(UUID carer, Wanted wanted) {
        if (!chairs.tryAcquire()) {
            return false;
        }
        try {
            long end = System.nanoTime() + LONGEST_WAIT.toNanos();
            boolean known = known(carer, wanted);
            while (!known && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                known = known(carer, wanted);
            }
            return known;
        } finally {
            chairs.release();
        }
    }

    private boolean known(UUID carer, Wanted wanted) {
        return QuarkusTransaction.requiringNew()
                .call(() -> families.knows(carer, wanted.childIds())
                        && (wanted.blockId() == null
                                ? timetable.session(wanted.sessionId()).isPresent()
                                : timetable.knowsBlock(wanted.blockId())));
    }
}
