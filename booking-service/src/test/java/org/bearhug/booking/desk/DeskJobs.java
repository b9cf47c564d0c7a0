package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

/** What the desk's jobs do, at the time a test wants it. */
@ApplicationScoped
public class DeskJobs {

    @Inject
    Matcher matcher;

    @Inject
    Closures closures;

    @Inject
    VoidHolds voidHolds;

    @Inject
    ExpiredHolds expiredHolds;

    @Inject
    Capacities capacities;

    @Inject
    AfterCommit afterCommit;

    @Inject
    SharedCommit commit;

    @Inject
    LateFacts lateFacts;

    @Inject
    ManagedExecutor threads;

    @ConfigProperty(name = "bearhug.booking-desks")
    int desks;

    @ConfigProperty(name = "bearhug.bookings-waiting")
    int waiting;

    @ConfigProperty(name = "bearhug.booking-longest-wait")
    Duration longestWait;

    private PlainBookings instead;

    /**
     * Until the running test ends bookings that wait share a commit, or each has one of its own. As if the service had been
     * started so: the same class, with another setting.
     */
    public void shareCommits(boolean shared) {
        close(instead);
        instead = new PlainBookings(commit, shared, desks, waiting, longestWait);
        instead.lateFacts = lateFacts;
        instead.threads = threads;
        QuarkusMock.installMockForType(instead, PlainBookings.class);
    }

    @PreDestroy
    void stop() {
        close(instead);
    }

    private static void close(PlainBookings bookings) {
        if (bookings != null) {
            bookings.close();
        }
    }

    /** Offers what is free in this course, after whatever was on its way after commits before. */
    public void match(UUID course) {
        rest();
        matcher.match(course);
    }

    private void rest() {
        CountDownLatch reached = new CountDownLatch(1);
        QuarkusTransaction.requiringNew().run(() -> afterCommit.then(reached, reached::countDown));
        try {
            reached.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gives back what is taken and kept of cancelled sessions. */
    public void close() {
        closures.close();
        voidHolds.close();
    }

    /** Takes over what a fact says of the seats of a session. */
    public void intend(UUID session, UUID block, int seats, long version) {
        QuarkusTransaction.requiringNew().run(() -> capacities.intend(session, block, seats, version));
    }

    /** Gives back what has expired, and forgets it. */
    public void tidy() {
        expiredHolds.giveBack();
        expiredHolds.forget();
        matcher.matchAll();
    }
}
