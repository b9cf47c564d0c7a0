package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.kit.Outbox;

/** What the other services are told of places and seats. */
@ApplicationScoped
class DeskFacts {

    @Inject
    Outbox outbox;

    private record PlaceFact(UUID id, UUID bookingId, UUID sessionId, UUID childId, UUID carerId, Place.State state) {}

    private record SeatsFact(UUID sessionId, int capacity, int taken, int seatsLeft) {}

    void placesTaken(UUID carer, List<SeatChange> changes) {
        tell("place.confirmed", Place.State.CONFIRMED, carer, changes);
    }

    void placesReleased(UUID carer, List<SeatChange> changes) {
        tell("place.released", Place.State.RELEASED, carer, changes);
    }

    private void tell(String type, Place.State state, UUID carer, List<SeatChange> changes) {
        Stream<Outbox.Fact> places = changes.stream()
                .map(change -> new Outbox.Fact(
                        type,
                        change.placeId(),
                        change.placeVersion(),
                        new PlaceFact(
                                change.placeId(),
                                change.bookingId(),
                                change.sessionId(),
                                change.childId(),
                                carer,
                                state)));
        Stream<Outbox.Fact> seats = changes.stream()
                .map(change -> seats(change.sessionId(), change.intended(), change.taken(), change.seatsVersion()))
                .distinct();
        outbox.add(Stream.concat(places, seats).toList());
    }

    /** The seats of a session as they are now. */
    void seatsChanged(UUID session, int capacity, int taken, long version) {
        outbox.add(List.of(seats(session, capacity, taken, version)));
    }

    private static Outbox.Fact seats(UUID session, int capacity, int taken, long version) {
        return new Outbox.Fact(
                "seats.changed",
                session,
                version,
                new SeatsFact(session, capacity, taken, Math.max(0, capacity - taken)));
    }
}
