package org.bearhug.booking.desk;

import java.util.UUID;

/** What is told of the seats of a session. */
record SeatsFact(UUID sessionId, int capacity, int taken, int held, int offered, int seatsLeft) {

    static SeatsFact of(SeatCount seats) {
        return new SeatsFact(
                seats.sessionId(), seats.intended(), seats.taken(), seats.held(), seats.offered(), seats.left());
    }
}
