package org.bearhug.booking.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * Who came, for one place.
 *
 * @param mark the instructor's own word
 * @param markedAt when it was last given, absent when it never was
 * @param observedSeconds how long Zoom has seen somebody in the call for this place, absent when it has not
 * @param attendance what counts: the mark, and without one PRESENT for whom Zoom has seen for a minute or more
 * @param version grows with each change, 0 before the first
 */
public record Attendance(
        UUID placeId, Attended mark, Instant markedAt, Long observedSeconds, Attended attendance, long version) {

    /** Of a place of which nothing is known. */
    public static Attendance unknown(UUID placeId) {
        return new Attendance(placeId, Attended.UNKNOWN, null, null, Attended.UNKNOWN, 0);
    }

    static Attendance of(Object[] row) {
        return new Attendance(
                (UUID) row[0],
                Attended.valueOf((String) row[1]),
                (Instant) row[2],
                (Long) row[3],
                Attended.valueOf((String) row[4]),
                (Long) row[5]);
    }
}
