package org.bearhug.booking.timetable;

import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Tariff;

/**
 * What can be booked now: some sessions, at what one child costs.
 *
 * @param sessions in the order of their dates, at least one
 */
public record Offer(String title, List<ScheduledSession> sessions, Tariff tariff, Terms terms) {

    /** Which seats it takes. */
    public List<UUID> sessionIds() {
        return sessions.stream().map(ScheduledSession::id).toList();
    }
}
