package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.payment.MovedPayments;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.VoucherUses;
import org.bearhug.kit.Refusal;

/**
 * Changing to another block of the same course. What was paid counts as paid for the other block, which is booked at its
 * price: prices are never changed in a booking, so a new one takes the place of the old.
 */
@ApplicationScoped
class Moves {

    @Inject
    Agreements agreements;

    @Inject
    Timetable timetable;

    @Inject
    SeatLedger ledger;

    @Inject
    Places places;

    @Inject
    OwnBookings own;

    @Inject
    Release release;

    @Inject
    VoucherUses voucherUses;

    @Inject
    MovedPayments movedPayments;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /**
     * Moves all children of a booking, all or none.
     *
     * @return the new booking
     * @throws Refusal 404 for another's booking or child, 409 {@code booking-cancelled}, {@code not-a-block-booking},
     *     {@code paid-with-pass}, {@code too-late-to-move}, {@code another-course}, {@code another-currency}, and as {@link Agreements#on} and {@link SeatLedger#takeInstead}
     */
    @Transactional
    BookingView move(UUID carer, UUID id, UUID blockId) {
        Booking old = Booking.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("booking"));
        List<Place> left =
                places.ofBooking(id).stream().filter(Place::isConfirmed).toList();
        Instant now = clock.instant();
        requireMovable(old, left, now);
        List<UUID> children = left.stream().map(Place::childId).distinct().toList();
        boolean voucher = old.uses(PriceLine.Code.VOUCHER);
        Agreement agreement = agreements.on(
                carer, new Wanted(blockId, null, children), voucher ? voucherUses.usedBy(id) : Optional.empty());
        if (blockId.equals(old.blockId) || !courseOf(left).equals(agreement.courseId())) {
            throw new Refusal(409, "another-course", "Choose another block of the same course.");
        }
        if (!old.currency.equals(agreement.price().total().currency())) {
            throw new Refusal(409, "another-currency", "This block is paid in another currency.");
        }
        List<UUID> sessions = left.stream().map(Place::sessionId).distinct().toList();
        ledger.lock(Stream.concat(sessions.stream(), agreement.sessionIds().stream())
                .toList());
        long back = release.inFull(old, left, sessions, new Release.Why("moved", DeskFacts.Reason.MOVED, carer));
        old.cancel(now);
        facts.bookingChanged(old);
        List<SeatChange> taken = ledger.takeInstead(agreement, now);
        facts.placesTaken(carer, taken);
        Booking moved = Booking.findById(taken.get(0).ownerId());
        moved.movedFrom = id;
        moved.difference = moved.amount - back;
        if (agreement.voucherId() != null) {
            voucherUses.passOn(id, moved.id);
        } else if (voucher) {
            voucherUses.giveBack(id);
        }
        movedPayments.moved(old.purchase(), moved.purchase(), carer);
        facts.bookingChanged(moved);
        return own.view(carer, moved);
    }

    private UUID courseOf(List<Place> left) {
        return timetable.session(left.get(0).sessionId()).orElseThrow().courseId();
    }

    private void requireMovable(Booking booking, List<Place> left, Instant now) {
        if (booking.isOver() || left.isEmpty()) {
            throw new Refusal(409, "booking-cancelled", "Nothing is left of this booking.");
        }
        if (booking.blockId == null) {
            throw new Refusal(409, "not-a-block-booking", "Only a block as a whole can be moved.");
        }
        if (booking.uses(PriceLine.Code.PASS)) {
            throw new Refusal(409, "paid-with-pass", "Give it up, and book the other block with your pass.");
        }
        if (release.sessions(left).stream().anyMatch(session -> !now.isBefore(session.startsAt()))) {
            throw new Refusal(409, "too-late-to-move", "This block has begun.");
        }
    }
}
