package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.pass.Passes;
import org.bearhug.booking.payment.Refunds;
import org.bearhug.booking.voucher.VoucherUses;

/** Gives places back, for all children of a booking or for some. Its booking is locked by whoever asks. */
@ApplicationScoped
class Surrender {

    @Inject
    Release release;

    @Inject
    VoucherUses voucherUses;

    @Inject
    Refunds refunds;

    @Inject
    Passes passes;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /** What would come back for these children now. */
    Cancellation preview(Booking booking, List<Place> all, Collection<UUID> children) {
        return Cancellation.of(booking, of(children, all), release.sessions(all), clock.instant());
    }

    /** Whether a session of these is still to come. */
    boolean isInTime(List<Place> all) {
        return !release.toCome(all, clock.instant()).isEmpty();
    }

    /**
     * Gives back what these children hold in sessions to come, and notes what comes back for it. A booking that holds
     * nothing more to come is cancelled.
     *
     * @param by whose doing it is, or null when it follows from a fact
     */
    void of(Booking booking, List<Place> all, Collection<UUID> children, UUID by) {
        Instant now = clock.instant();
        List<UUID> toCome = release.toCome(all, now);
        if (toCome.isEmpty()) {
            return;
        }
        List<Place> given = of(children, all).stream()
                .filter(place -> toCome.contains(place.sessionId()))
                .toList();
        Cancellation cancellation = Cancellation.of(booking, given, release.sessions(all), now);
        boolean holdsMore = all.stream()
                .anyMatch(place -> place.isConfirmed()
                        && toCome.contains(place.sessionId())
                        && !children.contains(place.childId()));
        if (!holdsMore && cancellation.percent() == 100 && booking.uses(PriceLine.Code.VOUCHER)) {
            voucherUses.giveBack(booking.id);
        }
        if (cancellation.inFull() > 0 && booking.uses(PriceLine.Code.PASS)) {
            passes.giveBack(booking.id, cancellation.inFull());
        }
        if (!holdsMore) {
            Credit.freeFrom(booking.id);
        }
        release.of(
                booking,
                cancellation.byPlace(),
                children,
                toCome,
                new Release.Why("cancelled", DeskFacts.Reason.BOOKING_CANCELLED, by));
        if (!holdsMore) {
            booking.cancel(now);
        }
        refunds.settle(booking.purchase());
        facts.bookingChanged(booking);
    }

    private static List<Place> of(Collection<UUID> children, List<Place> all) {
        return all.stream().filter(place -> children.contains(place.childId())).toList();
    }
}
