package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.voucher.VoucherUses;

/** What becomes of a booking that was not paid in time. It is locked by whoever asks. */
@ApplicationScoped
class Lapses {

    @Inject
    Release release;

    @Inject
    VoucherUses voucherUses;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /**
     * Gives back what is to come and was not paid in time; it need not be paid any more. A voucher's use comes back when
     * nothing of it has taken place.
     */
    void of(Booking booking, List<Place> all) {
        List<UUID> toCome = release.toCome(all, clock.instant());
        List<Place> confirmed = all.stream().filter(Place::isConfirmed).toList();
        List<Place> lost = confirmed.stream()
                .filter(place -> toCome.contains(place.sessionId()))
                .toList();
        if (booking.uses(PriceLine.Code.VOUCHER) && lost.size() == confirmed.size()) {
            voucherUses.giveBack(booking.id);
        }
        if (!lost.isEmpty()) {
            Credit.freeFrom(booking.id);
            release.inFull(booking, lost, toCome, new Release.Why("not-paid", DeskFacts.Reason.NOT_PAID, null));
        }
        booking.state = Booking.State.EXPIRED;
        facts.bookingChanged(booking);
    }
}
