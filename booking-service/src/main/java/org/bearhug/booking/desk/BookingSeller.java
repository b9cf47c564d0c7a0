package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.Seller;
import org.bearhug.kit.Refusal;

/** What becomes of a booking with its payment: it is confirmed, or kept for longer, or over. */
@ApplicationScoped
class BookingSeller implements Seller {

    @Inject
    HeldAgreements agreements;

    @Inject
    SeatLedger ledger;

    @Inject
    HeldSeats heldSeats;

    @Inject
    Places places;

    @Inject
    Lapses lapses;

    @Inject
    PendingBookings pending;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    @Override
    public Purchase.Kind sells() {
        return Purchase.Kind.BOOKING;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID booking) {
        Booking.locked(booking);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirm(UUID id) {
        Booking booking = Booking.locked(id);
        Hold hold = booking.state == Booking.State.CANCELLED
                ? null
                : Hold.ofBooking(id).orElse(null);
        if (hold == null) {
            throw new Refusal(409, "booking-cancelled", "Nothing is left of this booking.");
        }
        Instant now = clock.instant();
        Agreement agreement = agreements.on(hold);
        if (!now.isBefore(agreement.sessions().get(0).startsAt()) && booking.state == Booking.State.EXPIRED) {
            throw new Refusal(409, "sales-closed", "The first session has begun.");
        }
        List<SeatChange> taken = ledger.takeFor(id, agreement, now);
        Booking.getEntityManager().refresh(booking);
        facts.placesTaken(booking.carerId, taken);
        facts.bookingChanged(booking);
        hold.delete();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID id, Instant until) {
        Hold.ofBooking(id).ifPresent(hold -> {
            heldSeats.extend(hold.id, hold.sessions(), until);
            hold.expiresAt = until;
        });
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean expire(UUID id) {
        Booking booking = Booking.locked(id);
        boolean wasWaiting = booking.isBeingPaid();
        if (wasWaiting) {
            booking.state = Booking.State.EXPIRED;
            pending.giveBack(id);
            facts.bookingChanged(booking);
        }
        return wasWaiting;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lapse(UUID id) {
        Booking booking = Booking.locked(id);
        if (booking.state == Booking.State.CONFIRMED) {
            lapses.of(booking, places.ofBooking(id));
        }
    }
}
