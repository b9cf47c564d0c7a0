package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/** Answering an offer. */
@ApplicationScoped
class SeatOffers {

    @Inject
    Leavers leavers;

    @Inject
    OwnWaits own;

    @Inject
    Bookings bookings;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /**
     * Books what is offered, at the price at which it was offered, with what a voucher takes off, or a pass that pays it.
     *
     * @throws Refusal 404 for another's, 409 {@code no-offer}, {@code offer-expired}, and as {@link Bookings#bookOffered}
     */
    @Transactional
    BookingView accept(UUID carer, UUID id, SeatOffersResource.Acceptance how) {
        WaitlistEntry entry = offered(carer, id);
        BookingView booking = bookings.bookOffered(Hold.locked(entry.holdId), how);
        entry.accepted(booking.id());
        facts.waitlistChanged(entry);
        return booking;
    }

    /**
     * Lets the next family have what is offered, and leaves the line.
     *
     * @throws Refusal 404 for another's, 409 {@code no-offer}, {@code offer-expired}
     */
    @Transactional
    WaitlistView decline(UUID carer, UUID id) {
        WaitlistEntry entry = offered(carer, id);
        leavers.leave(entry);
        return own.view(entry);
    }

    private WaitlistEntry offered(UUID carer, UUID id) {
        WaitlistEntry entry = leavers.locked(carer, id);
        return switch (entry.state(clock.instant())) {
            case OFFERED -> entry;
            case OFFER_EXPIRED -> throw Hold.offerExpired(entry.offerExpiresAt);
            case WAITING, ACCEPTED, LEFT -> throw new Refusal(409, "no-offer", "Nothing is offered to you here now.");
        };
    }
}
