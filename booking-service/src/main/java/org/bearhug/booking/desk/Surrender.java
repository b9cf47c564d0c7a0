package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;

/** Gives seats back, for all children of a booking or for some. Its booking is locked by whoever asks. */
@ApplicationScoped
class Surrender {

    @Inject
    Timetable timetable;

    @Inject
    SeatLedger ledger;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /**
     * Gives back what these children hold in sessions to come. A booking that holds nothing more to come is cancelled.
     *
     * @return how many seats became free; empty when no session is to come
     */
    Optional<Integer> of(Booking booking, List<Place> places, Collection<UUID> children) {
        Instant now = clock.instant();
        Set<UUID> toCome =
                timetable.sessions(places.stream().map(Place::sessionId).collect(Collectors.toSet())).values().stream()
                        .filter(session -> session.startsAt().isAfter(now))
                        .map(ScheduledSession::id)
                        .collect(Collectors.toSet());
        if (toCome.isEmpty()) {
            return Optional.empty();
        }
        List<SeatChange> released = ledger.release(booking.id, children, toCome, now);
        if (!released.isEmpty()) {
            facts.placesReleased(booking.carerId, released);
        }
        boolean holdsMore = places.stream()
                .anyMatch(place -> place.state() == Place.State.CONFIRMED
                        && toCome.contains(place.sessionId())
                        && !children.contains(place.childId()));
        if (!holdsMore) {
            booking.cancel(now);
        }
        return Optional.of(released.size());
    }
}
