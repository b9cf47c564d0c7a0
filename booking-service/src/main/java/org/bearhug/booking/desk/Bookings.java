package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/** Making a booking and giving it up. A booking is made whole, for all its sessions and children, or not at all. */
@ApplicationScoped
class Bookings {

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    SeatLedger ledger;

    @Inject
    DeskFacts facts;

    @Inject
    OwnBookings own;

    @Inject
    Places places;

    @Inject
    Surrender surrender;

    @Inject
    Clock clock;

    /**
     * Books.
     *
     * @throws Refusal 404 for what is not for sale or another's child, 409 {@code sales-closed}, {@code child-too-young},
     *     {@code child-too-old}, {@code already-booked}, {@code session-full}
     */
    @Transactional
    BookingView book(UUID carer, BookingsResource.Wish wish) {
        Offer offer = wish.blockId() == null ? timetable.dropIn(wish.sessionId()) : timetable.block(wish.blockId());
        List<Child> children = families.children(carer, wish.childIds());
        Ages.check(children, offer.sessions());
        Agreement agreement = new Agreement(
                carer,
                wish.blockId(),
                wish.sessionId(),
                offer.title(),
                offer.sessionIds(),
                wish.childIds(),
                offer.price().times(children.size()));
        Instant now = clock.instant();
        List<SeatChange> taken = ledger.take(agreement, now);
        facts.placesTaken(carer, taken);
        return BookingView.of(taken.get(0).bookingId(), agreement, now, placesTaken(carer, taken, offer, children));
    }

    private static List<PlaceView> placesTaken(UUID carer, List<SeatChange> taken, Offer offer, List<Child> children) {
        Map<UUID, ScheduledSession> sessionById =
                offer.sessions().stream().collect(Collectors.toMap(ScheduledSession::id, Function.identity()));
        Map<UUID, Child> childById = children.stream().collect(Collectors.toMap(Child::id, Function.identity()));
        return PlaceView.inOrder(taken.stream()
                .map(change -> PlaceView.of(change.confirmed(carer), childById, sessionById))
                .toList());
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
        if (!booking.isCancelled()) {
            List<Place> all = places.ofBookings(List.of(id));
            Set<UUID> mine = families.caredForBy(
                            carer, all.stream().map(Place::childId).collect(Collectors.toSet()))
                    .keySet();
            if (mine.isEmpty()) {
                throw new Refusal(409, "nothing-to-cancel", "No child of yours has a place in this booking.");
            }
            surrender
                    .of(booking, all, mine)
                    .orElseThrow(() ->
                            new Refusal(409, "too-late-to-cancel", "The last session of this booking has begun."));
        }
        return own.view(carer, booking);
    }
}
