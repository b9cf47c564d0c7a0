package org.bearhug.booking.timetable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A session that begins at another time than was known before; told in the transaction that writes it down.
 *
 * @param before when it was to begin
 */
public record MovedSession(UUID id, String title, Instant before, LocalDateTime localStart, String timeZone) {

    static MovedSession of(SessionFact session, Instant before) {
        return new MovedSession(session.id(), session.title(), before, session.localStart(), session.timeZone());
    }
}
