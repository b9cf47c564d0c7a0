package org.bearhug.booking.desk;

import java.util.UUID;

/**
 * The seats of a session after a change.
 *
 * @param intended the capacity that course-service intends
 */
record SeatCount(UUID sessionId, int intended, int taken, int held, int offered, long version) {

    /** Of the five columns from this one on. */
    static SeatCount of(UUID session, Object[] row, int first) {
        return new SeatCount(
                session,
                (Integer) row[first],
                (Integer) row[first + 1],
                (Integer) row[first + 2],
                (Integer) row[first + 3],
                (Long) row[first + 4]);
    }

    int left() {
        return Math.max(0, intended - taken - held - offered);
    }
}
