package org.bearhug.booking.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * The short way to a booking: one statement for everything. Whoever comes while it is under way for others shares the next
 * one, and its commit.
 */
@ApplicationScoped
class PlainBookings {

    /** More at once would make the first of them wait for longer than a commit takes. */
    private static final int MOST_TOGETHER = 64;

    private final Gathering<PlainBooking> desk;
    private final Set<PlainBooking.Key> underWay = ConcurrentHashMap.newKeySet();

    @Inject
    LateFacts lateFacts;

    @Inject
    ManagedExecutor threads;

    PlainBookings(
            SharedCommit commit,
            @ConfigProperty(name = "bearhug.shared-commits") boolean shared,
            @ConfigProperty(name = "bearhug.booking-desks") int desks,
            @ConfigProperty(name = "bearhug.bookings-waiting") int waiting,
            @ConfigProperty(name = "bearhug.booking-longest-wait") Duration longestWait) {
        Consumer<List<PlainBooking>> serve = together -> commit.make(together.stream()
                .filter(asked -> !asked.isSentAwayAfter(longestWait))
                .toList());
        desk = shared ? new Gathering<>(waiting, MOST_TOGETHER, 1, serve) : new Gathering<>(waiting, 1, desks, serve);
    }

    /**
     * Books.
     *
     * @return the answer once it is committed, or a {@link Refusal}: as {@link Agreements#on} and {@link
     *     HeldAgreements#on}, 409 {@code already-booked}, {@code session-full}, {@code too-many-unpaid-bookings}, {@code too-many-holds} where it is paid first, of its key as {@link
     *     Idempotency#onceWithKey}, 503 when no more may wait
     */
    CompletionStage<Response> book(PlainBooking asked) {
        return join(asked)
                .exceptionallyCompose(refused -> asked.asking().wanted() == null || !mayPass(refused)
                        ? CompletableFuture.failedStage(refused)
                        : CompletableFuture.supplyAsync(
                                        () -> lateFacts.arrive(
                                                asked.carer(), asked.asking().wanted()),
                                        threads)
                                .thenCompose(come ->
                                        come ? join(asked.onceMore()) : CompletableFuture.failedStage(refused)));
    }

    private static boolean mayPass(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        return reason instanceof Refusal refusal && refusal.status() == 404;
    }

    private CompletionStage<Response> join(PlainBooking asked) {
        if (!underWay.add(asked.key())) {
            return CompletableFuture.failedStage(Idempotency.inUse());
        }
        // Who is answered may come again with this key: it is free before the answer goes out.
        CompletionStage<Response> answer =
                asked.answer().whenComplete((booked, refused) -> underWay.remove(asked.key()));
        if (!desk.join(asked)) {
            asked.sendAway();
        }
        return answer;
    }

    @PreDestroy
    void close() {
        desk.close();
    }
}
