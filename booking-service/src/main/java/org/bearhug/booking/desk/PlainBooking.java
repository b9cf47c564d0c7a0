package org.bearhug.booking.desk;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * A booking that somebody waits for.
 *
 * @param id which it gets if it comes about
 * @param location where it can be read then
 * @param since when it joined the queue, by the nanoseconds of this machine
 * @param answer given when it is committed, or when it failed
 */
record PlainBooking(
        UUID id,
        UUID carer,
        Asking asking,
        Idempotency.Claim claim,
        String location,
        long since,
        CompletableFuture<Response> answer) {

    /** Whose key it is, at which endpoint, and the key. */
    record Key(String caller, String endpoint, String key) {}

    /** @param location of the booking with this id */
    static PlainBooking of(UUID carer, Asking asking, Idempotency.Claim claim, Function<UUID, String> location) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return new PlainBooking(
                id, carer, asking, claim, location.apply(id), System.nanoTime(), new CompletableFuture<>());
    }

    /** The same, to be answered anew. */
    PlainBooking onceMore() {
        return new PlainBooking(id, carer, asking, claim, location, System.nanoTime(), new CompletableFuture<>());
    }

    /** Whether it has waited for longer than that, and is answered so. */
    boolean isSentAwayAfter(Duration longestWait) {
        boolean late = System.nanoTime() - since > longestWait.toNanos();
        if (late) {
            sendAway();
        }
        return late;
    }

    void sendAway() {
        fail(Refusal.unavailable("Many people are booking just now. Please try again in a moment."));
    }

    void fail(Throwable reason) {
        answer.completeExceptionally(reason);
    }

    Key key() {
        return new Key(claim.caller(), claim.endpoint(), claim.key());
    }
}
