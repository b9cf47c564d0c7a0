package org.bearhug.booking.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/**
 * A row of what {@link SeatLedger} answers: a place that was taken or released and the seats of its session after that.
 * When nothing was taken there is no place, but what stood in the way.
 *
 * @param intended the capacity that course-service intends
 */
record SeatChange(
        UUID sessionId,
        boolean full,
        boolean doubled,
        UUID childId,
        UUID bookingId,
        UUID placeId,
        Long placeVersion,
        Integer intended,
        Integer taken,
        Long seatsVersion) {

    static SeatChange of(Object[] row) {
        return new SeatChange(
                (UUID) row[0],
                (Boolean) row[1],
                (Boolean) row[2],
                (UUID) row[3],
                (UUID) row[4],
                (UUID) row[5],
                (Long) row[6],
                (Integer) row[7],
                (Integer) row[8],
                (Long) row[9]);
    }

    Place confirmed(UUID carer) {
        return new Place(placeId, bookingId, sessionId, childId, carer, Place.State.CONFIRMED);
    }

    /** Says why nothing was taken. */
    static Refusal refusal(List<SeatChange> obstacles) {
        List<UUID> doubled =
                sessions(obstacles.stream().filter(SeatChange::doubled).toList());
        if (!doubled.isEmpty()) {
            return alreadyBooked()
                    .with("sessionIds", doubled)
                    .with(
                            "childIds",
                            obstacles.stream()
                                    .map(SeatChange::childId)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList());
        }
        List<UUID> full = sessions(obstacles.stream().filter(SeatChange::full).toList());
        if (full.isEmpty()) {
            return Refusal.notFound("session");
        }
        return new Refusal(409, "session-full", "There are not enough seats left.").with("sessionIds", full);
    }

    static Refusal alreadyBooked() {
        return new Refusal(409, "already-booked", "A child already has a place in one of these sessions.");
    }

    private static List<UUID> sessions(List<SeatChange> changes) {
        return changes.stream().map(SeatChange::sessionId).distinct().toList();
    }
}
