package org.bearhug.twin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** As booking-service answers, field by field where the twin knows it. */
record BookingResponse(
        UUID id,
        String state,
        String title,
        UUID sessionId,
        Price price,
        Instant bookedAt,
        List<PlaceResponse> places) {

    record Price(long amount, String currency) {}

    record PlaceResponse(
            UUID id,
            UUID sessionId,
            UUID childId,
            String childName,
            String state,
            Instant startsAt,
            Instant endsAt,
            LocalDateTime localStart,
            String timeZone,
            String join) {

        static PlaceResponse of(Place place, Child child, ClassSession session) {
            return new PlaceResponse(
                    place.id,
                    session.id,
                    child.id,
                    child.name,
                    place.state,
                    session.startsAt,
                    session.endsAt,
                    session.localStart,
                    session.timeZone,
                    "/v1/places/" + place.id + "/join");
        }
    }

    static BookingResponse of(Booking booking, List<PlaceResponse> places) {
        return new BookingResponse(
                booking.id,
                booking.state,
                booking.title,
                booking.sessionId,
                new Price(booking.amount, booking.currency),
                booking.bookedAt,
                places);
    }
}
