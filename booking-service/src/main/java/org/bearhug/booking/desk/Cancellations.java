package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Families;
import org.bearhug.kit.Refusal;

/** Giving up a booking: all that is left of it, or what it holds for the children one cares for. */
@ApplicationScoped
class Cancellations {

    @Inject
    OwnBookings own;

    @Inject
    Places places;

    @Inject
    Families families;

    @Inject
    Surrender surrender;

    @Inject
    PendingBookings pending;

    @Inject
    Clock clock;

    /**
     * What would come back if it were cancelled now; nothing more when it is already.
     *
     * @throws Refusal as {@link #cancel}
     */
    @Transactional
    Cancellation preview(UUID carer, UUID id) {
        Booking booking = Booking.of(carer, id).orElseThrow(() -> Refusal.notFound("booking"));
        List<Place> all = places.ofBooking(id);
        if (all.isEmpty()) {
            return Cancellation.nothing(booking);
        }
        return surrender.preview(booking, all, booking.isOver() ? children(carer, all) : childrenToCancel(carer, all));
    }

    /**
     * Gives up what a booking holds for the children one cares for: the seats in sessions that have not begun are free
     * again. Doing it again changes nothing.
     *
     * @throws Refusal 404 for another's, 409 {@code too-late-to-cancel} when the last session has begun, {@code
     *     nothing-to-cancel} when one no longer cares for any of its children
     */
    @Transactional
    BookingView cancel(UUID carer, UUID id) {
        Booking booking = Booking.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("booking"));
        if (booking.isBeingPaid()) {
            pending.cancel(booking, clock.instant());
        } else if (!booking.isOver()) {
            List<Place> all = places.ofBooking(id);
            surrender.of(booking, all, childrenToCancel(carer, all), carer);
        }
        return own.view(carer, booking);
    }

    private Set<UUID> childrenToCancel(UUID carer, List<Place> all) {
        Set<UUID> mine = children(carer, all);
        if (mine.isEmpty()) {
            throw new Refusal(409, "nothing-to-cancel", "No child of yours has a place in this booking.");
        }
        if (!surrender.isInTime(all)) {
            throw new Refusal(409, "too-late-to-cancel", "The last session of this booking has begun.");
        }
        return mine;
    }

    private Set<UUID> children(UUID carer, List<Place> all) {
        return families.caredForBy(carer, all.stream().map(Place::childId).collect(Collectors.toSet()))
                .keySet();
    }
}
