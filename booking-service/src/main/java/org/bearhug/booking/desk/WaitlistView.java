package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A family in line as it sees itself.
 *
 * @param position while it waits: one more than the families before it who want a seat in one of the same sessions
 * @param offer while it lasts
 * @param bookingId what became of it when it was accepted
 */
record WaitlistView(
        UUID id,
        WaitlistEntry.State state,
        UUID courseId,
        String title,
        List<UUID> blockIds,
        UUID sessionId,
        List<UUID> childIds,
        Instant joinedAt,
        Long position,
        SeatOffer offer,
        UUID bookingId) {

    /** Seats that are kept for the family. */
    record SeatOffer(UUID blockId, UUID sessionId, PriceView price, Instant expiresAt) {}

    static WaitlistView of(WaitlistEntry entry, Long position, Hold hold, Instant now) {
        WaitlistEntry.State state = entry.state(now);
        return new WaitlistView(
                entry.id,
                state,
                entry.courseId,
                entry.title,
                entry.sessionId == null ? List.of(entry.blockIds) : null,
                entry.sessionId,
                List.of(entry.childIds),
                entry.joinedAt,
                position,
                state == WaitlistEntry.State.OFFERED && hold != null
                        ? new SeatOffer(hold.blockId, hold.sessionId, PriceView.of(hold.price()), hold.expiresAt)
                        : null,
                entry.bookingId);
    }
}
