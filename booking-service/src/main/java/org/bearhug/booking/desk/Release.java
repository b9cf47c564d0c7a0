package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;

/** Sets the seats of a booking free and enters what comes back for them, whatever the reason. Its booking is locked. */
@ApplicationScoped
class Release {

    @Inject
    Timetable timetable;

    @Inject
    SeatLedger ledger;

    @Inject
    Places places;

    @Inject
    Ledger money;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /** Why: for the ledger, for others, and whose doing it is, or null when it follows from a fact. */
    record Why(String entry, DeskFacts.Reason reason, UUID by) {}

    /** All that was paid for these places comes back; returns how much that is. */
    long inFull(Booking booking, List<Place> lost, Collection<UUID> sessions, Why why) {
        Map<UUID, Long> comesBack = lost.stream().collect(Collectors.toMap(Place::id, Place::price));
        List<UUID> children = lost.stream().map(Place::childId).distinct().toList();
        return of(booking, comesBack, children, sessions, why);
    }

    /**
     * Of these children in these sessions.
     *
     * @param comesBack for each place
     * @return how much comes back
     */
    long of(Booking booking, Map<UUID, Long> comesBack, Collection<UUID> children, Collection<UUID> sessions, Why why) {
        List<SeatChange> released = ledger.release(booking.id, children, sessions, clock.instant());
        if (released.isEmpty()) {
            return 0;
        }
        places.comeBack(comesBack);
        long back = comesBack.values().stream().mapToLong(Long::longValue).sum();
        money.credit(booking.purchase(), new Money(back, booking.currency), why.entry(), why.by());
        facts.placesReleased(booking.carerId, why.reason(), released);
        return back;
    }

    /** The sessions of these places that are still to come. */
    List<UUID> toCome(List<Place> all, Instant now) {
        return sessions(all).stream()
                .filter(session -> session.startsAt().isAfter(now))
                .map(ScheduledSession::id)
                .toList();
    }

    /** The sessions of these places. */
    Collection<ScheduledSession> sessions(List<Place> all) {
        return timetable
                .sessions(all.stream().map(Place::sessionId).collect(Collectors.toSet()))
                .values();
    }
}
