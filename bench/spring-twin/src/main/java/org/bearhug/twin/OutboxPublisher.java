package org.bearhug.twin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes events in the transaction that makes them true. */
@Component
class OutboxPublisher {

    private record PlaceFact(UUID id, UUID bookingId, UUID sessionId, UUID childId, UUID carerId, String state) {}

    private record SeatsFact(UUID sessionId, int capacity, int taken, int held, int offered, int seatsLeft) {}

    private final OutboxEventRepository events;
    private final ObjectMapper json;
    private final Clock clock;

    OutboxPublisher(OutboxEventRepository events, ObjectMapper json, Clock clock) {
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    void placeConfirmed(Place place) {
        publish(
                "place.confirmed",
                place.id,
                1,
                new PlaceFact(place.id, place.booking.id, place.sessionId, place.childId, place.carerId, place.state));
    }

    void seatsChanged(Seats seats) {
        publish(
                "seats.changed",
                seats.sessionId,
                seats.version + 1,
                new SeatsFact(seats.sessionId, seats.intended, seats.taken, seats.held, seats.offered, seats.left()));
    }

    private void publish(String type, UUID subject, long version, Object fact) {
        events.save(
                new OutboxEvent(type, subject, version, json.valueToTree(fact).toString(), clock.instant()));
    }
}
