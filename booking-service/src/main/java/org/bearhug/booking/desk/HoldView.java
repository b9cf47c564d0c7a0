package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Seats that are held.
 *
 * @param price of all children together; a booking from this hold has it
 * @param extendable whether it can be made to last longer, which goes once
 */
record HoldView(
        UUID id,
        Instant expiresAt,
        boolean extendable,
        String title,
        UUID blockId,
        UUID sessionId,
        List<UUID> childIds,
        PriceView price) {

    static HoldView of(Hold hold) {
        return new HoldView(
                hold.id,
                hold.expiresAt,
                !hold.extended,
                hold.title,
                hold.blockId,
                hold.sessionId,
                List.of(hold.childIds),
                PriceView.of(hold.price()));
    }
}
