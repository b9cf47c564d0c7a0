package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.kit.Outbox;

/** What the other services are told of places and seats. */
@ApplicationScoped
class DeskFacts {

    @Inject
    Outbox outbox;

    @Inject
    Places places;

    @Inject
    Matcher matcher;

    @Inject
    AfterCommit afterCommit;

    private record WaitlistFact(
            UUID id, UUID carerId, UUID courseId, WaitlistEntry.State state, Instant offerExpiresAt) {}

    /** Why a place was given back. */
    enum Reason {
        BOOKING_CANCELLED,
        MOVED,
        ABSENCE,
        SESSION_CANCELLED,
        NOT_PAID
    }

    void placesTaken(UUID carer, List<SeatChange> changes) {
        tell("place.confirmed", Place.State.CONFIRMED, null, carer, changes);
    }

    void placesReleased(UUID carer, Reason reason, List<SeatChange> changes) {
        tell("place.released", Place.State.RELEASED, reason, carer, changes);
        List<UUID> sessions = changes.stream().map(SeatChange::sessionId).toList();
        afterCommit.then(Set.copyOf(sessions), () -> matcher.seatsChanged(sessions));
    }

    private void tell(String type, Place.State state, Reason reason, UUID carer, List<SeatChange> changes) {
        Stream<Outbox.Fact> places = changes.stream()
                .map(change -> new Outbox.Fact(
                        type,
                        change.placeId(),
                        change.placeVersion(),
                        PlaceFact.of(change.place(carer, state), reason)));
        outbox.add(Stream.concat(places, SeatChange.counts(changes).stream().map(DeskFacts::seats))
                .toList());
    }

    /** A booking as it is now, once all changes are made. */
    void bookingChanged(Booking booking) {
        Booking.flush();
        outbox.add(
                "booking.changed",
                booking.id,
                booking.version,
                BookingFact.of(
                        booking,
                        places.ofBooking(booking.id).stream()
                                .mapToLong(Place::cameBack)
                                .sum()));
    }

    /** A booking that was just begun, and the seats that are held for it. */
    void bookingBegun(BookingFact booking, List<SeatCount> held) {
        heedWaiting(held);
        outbox.add(Stream.concat(
                        held.stream().map(DeskFacts::seats),
                        Stream.of(new Outbox.Fact("booking.changed", booking.id(), 1, booking)))
                .toList());
    }

    /** Where a family in line stands now, once all changes are made. */
    void waitlistChanged(WaitlistEntry entry) {
        WaitlistEntry.flush();
        outbox.add(
                "waitlist.changed",
                entry.id,
                entry.version,
                new WaitlistFact(entry.id, entry.carerId, entry.courseId, entry.state, entry.offerExpiresAt));
    }

    /** The seats of these sessions as they are now; whoever waits for them is thought of. */
    void seatsChanged(List<SeatCount> changed) {
        if (!changed.isEmpty()) {
            heedWaiting(changed);
            outbox.add(changed.stream().map(DeskFacts::seats).toList());
        }
    }

    private void heedWaiting(List<SeatCount> changed) {
        List<UUID> sessions = changed.stream().map(SeatCount::sessionId).toList();
        afterCommit.then(Set.copyOf(sessions), () -> matcher.seatsChanged(sessions));
    }

    private static Outbox.Fact seats(SeatCount seats) {
        return new Outbox.Fact("seats.changed", seats.sessionId(), seats.version(), SeatsFact.of(seats));
    }
}
