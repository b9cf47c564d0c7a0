package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/**
 * A row of what {@link SeatLedger} answers: a seat that changed hands and the seats of its session after that. When
 * nothing was taken there is no owner, but what stood in the way.
 *
 * @param ownerId the booking or the hold whose seat it is, or was
 * @param due absent where nothing is to be paid by hand
 * @param stale nothing was judged, since it was looked at before the lock was there
 * @param placeId absent for a hold, as are its version and price
 */
record SeatChange(
        UUID sessionId,
        boolean full,
        boolean doubled,
        UUID childId,
        UUID ownerId,
        UUID placeId,
        Long placeVersion,
        Long price,
        SeatCount seats,
        Due due,
        boolean stale) {

    /** What is to be paid by hand for what was taken. */
    record Due(UUID id, Instant until, String howToPay) {}

    static SeatChange of(Object[] row) {
        UUID session = (UUID) row[0];
        return new SeatChange(
                session,
                (Boolean) row[1],
                (Boolean) row[2],
                (UUID) row[3],
                (UUID) row[4],
                (UUID) row[5],
                (Long) row[6],
                (Long) row[7],
                row[8] == null ? null : SeatCount.of(session, row, 8),
                row.length <= 13 || row[13] == null
                        ? null
                        : new Due((UUID) row[13], (Instant) row[14], (String) row[15]),
                row.length > 16 && (Boolean) row[16]);
    }

    Place confirmed(UUID carer) {
        return place(carer, Place.State.CONFIRMED);
    }

    Place place(UUID carer, Place.State state) {
        return new Place(placeId, ownerId, sessionId, childId, carer, state, price == null ? 0 : price, 0);
    }

    /** The seats of each session once. */
    static List<SeatCount> counts(List<SeatChange> changes) {
        return changes.stream().map(SeatChange::seats).distinct().toList();
    }

    /** Says why nothing was taken. */
    static Refusal refusal(List<SeatChange> obstacles) {
        List<UUID> doubled =
                sessions(obstacles.stream().filter(SeatChange::doubled).toList());
        if (!doubled.isEmpty()) {
            return alreadyBooked(
                    doubled,
                    obstacles.stream()
                            .map(SeatChange::childId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        }
        List<UUID> full = sessions(obstacles.stream().filter(SeatChange::full).toList());
        return full.isEmpty() ? Refusal.notFound("session") : full(full);
    }

    static Refusal full(List<UUID> sessions) {
        return new Refusal(409, "session-full", "There are not enough seats left.").with("sessionIds", sessions);
    }

    static Refusal alreadyBooked(List<UUID> sessions, List<UUID> children) {
        return alreadyBooked().with("sessionIds", sessions).with("childIds", children);
    }

    static Refusal alreadyBooked() {
        return new Refusal(
                409, "already-booked", "A child already has a place in one of these sessions, or is offered one.");
    }

    private static List<UUID> sessions(List<SeatChange> changes) {
        return changes.stream().map(SeatChange::sessionId).distinct().toList();
    }
}
