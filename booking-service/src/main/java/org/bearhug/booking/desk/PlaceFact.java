package org.bearhug.booking.desk;

import java.util.UUID;

/**
 * What is told of a place.
 *
 * @param reason why it was given back; null for one that was not
 */
record PlaceFact(
        UUID id,
        UUID bookingId,
        UUID sessionId,
        UUID childId,
        UUID carerId,
        Place.State state,
        DeskFacts.Reason reason) {

    static PlaceFact of(Place place, DeskFacts.Reason reason) {
        return new PlaceFact(
                place.id(),
                place.bookingId(),
                place.sessionId(),
                place.childId(),
                place.carerId(),
                place.state(),
                reason);
    }

    static PlaceFact taken(Place place) {
        return of(place, null);
    }
}
