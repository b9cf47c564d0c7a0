package org.bearhug.booking.desk;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One child in one session of a booking; as long as it is confirmed it is one seat.
 *
 * @param price its share of the booking's price; the shares of all places add up to it
 * @param cameBack of that share
 */
public record Place(
        UUID id, UUID bookingId, UUID sessionId, UUID childId, UUID carerId, State state, long price, long cameBack) {

    /** Whether the seat is the child's. */
    @Schema(name = "PlaceState")
    public enum State {
        /** It is. */
        CONFIRMED,
        /** It was given back. */
        RELEASED
    }

    boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    static Place of(Object[] row) {
        return new Place(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                (UUID) row[4],
                State.valueOf((String) row[5]),
                (Long) row[6],
                (Long) row[7]);
    }
}
