package org.bearhug.booking.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.timetable.ScheduledSession;

/**
 * What comes back when places of a booking are given up now, by the terms it was made on. This is the one place where
 * that is reckoned, for the look before as for the deed.
 *
 * @param percent of what these places cost, rounded half up to whole minor units
 * @param fullUntil until when everything comes back: the first session's time of day, that many days before
 * @param partUntil until when the part comes back that the terms name
 * @param byPlace what comes back for each; adds up to the whole
 * @param inFull of how many everything comes back
 */
record Cancellation(
        Money comesBack,
        int percent,
        Instant fullUntil,
        Instant partUntil,
        @JsonIgnore Map<UUID, Long> byPlace,
        @JsonIgnore int inFull) {

    /** For the confirmed ones among these places of a booking that is in these sessions. */
    static Cancellation of(Booking booking, List<Place> places, Collection<ScheduledSession> sessions, Instant now) {
        ScheduledSession first = sessions.stream()
                .min(Comparator.comparing(ScheduledSession::cancelled).thenComparing(ScheduledSession::startsAt))
                .orElseThrow();
        Instant fullUntil = before(first, booking.terms.fullUntilDays());
        Instant partUntil = before(first, booking.terms.partUntilDays());
        int percent = first.cancelled() || !now.isAfter(fullUntil)
                ? 100
                : !now.isAfter(partUntil) ? booking.terms.partPercent() : 0;
        Set<UUID> cancelled = sessions.stream()
                .filter(ScheduledSession::cancelled)
                .map(ScheduledSession::id)
                .collect(Collectors.toSet());
        Map<UUID, Long> byPlace = new LinkedHashMap<>();
        long hundredths = 0;
        long back = 0;
        int inFull = 0;
        for (Place place : places) {
            if (place.isConfirmed()) {
                // What the instructor has cancelled comes back as a whole, also to who is faster than Closures.
                int ofPlace = cancelled.contains(place.sessionId()) ? 100 : percent;
                hundredths += place.price() * ofPlace;
                inFull += ofPlace / 100;
                long backSoFar = (hundredths + 50) / 100;
                byPlace.put(place.id(), backSoFar - back);
                back = backSoFar;
            }
        }
        return new Cancellation(new Money(back, booking.currency), percent, fullUntil, partUntil, byPlace, inFull);
    }

    /** For a booking that has no places yet, or never had. */
    static Cancellation nothing(Booking booking) {
        return new Cancellation(new Money(0, booking.currency), 100, null, null, Map.of(), 0);
    }

    private static Instant before(ScheduledSession first, int days) {
        return first.localStart()
                .minusDays(days)
                .atZone(ZoneId.of(first.timeZone()))
                .toInstant();
    }
}
