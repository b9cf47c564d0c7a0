package org.bearhug.booking.desk;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One child in one session of a booking; as long as it is confirmed it is one seat. */
public record Place(UUID id, UUID bookingId, UUID sessionId, UUID childId, UUID carerId, State state) {

    /** Whether the seat is the child's. */
    @Schema(name = "PlaceState")
    public enum State {
        /** It is. */
        CONFIRMED,
        /** It was given back. */
        RELEASED
    }

    static Place of(Object[] row) {
        return new Place(
                (UUID) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], (UUID) row[4], State.valueOf((String)
                        row[5]));
    }
}
