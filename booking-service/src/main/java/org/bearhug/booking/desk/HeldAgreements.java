package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.VoucherClaim;
import org.bearhug.booking.voucher.VoucherUses;
import org.bearhug.booking.voucher.Vouchers;
import org.bearhug.kit.Refusal;

/** What was agreed on when seats were held or offered, and what a voucher changes in it. */
@ApplicationScoped
class HeldAgreements {

    @Inject
    Agreements agreements;

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    Vouchers vouchers;

    @Inject
    VoucherUses voucherUses;

    /**
     * What was agreed on when it was held.
     *
     * @throws Refusal 409 {@code sales-closed} when one of its sessions was cancelled meanwhile, {@code hold-expired}
     */
    Agreement on(Hold hold) {
        return on(
                hold,
                timetable.sessions(hold.sessions()).values(),
                () -> families.children(hold.carerId, List.of(hold.childIds)),
                // While it is being paid, the voucher is used by the booking already.
                () -> hold.bookingId == null && hold.uses(PriceLine.Code.VOUCHER)
                        ? voucherUses.usedBy(hold.id).orElseThrow(hold::expired).id()
                        : null);
    }

    /** The same by what is known, without the voucher. */
    static Agreement on(Hold hold, Collection<ScheduledSession> sessions, Supplier<List<Child>> children) {
        return on(hold, sessions, children, () -> null);
    }

    private static Agreement on(
            Hold hold, Collection<ScheduledSession> known, Supplier<List<Child>> children, Supplier<UUID> voucher) {
        List<ScheduledSession> sessions = known.stream()
                .sorted(Comparator.comparing(ScheduledSession::startsAt))
                .toList();
        if (sessions.stream().anyMatch(ScheduledSession::cancelled)) {
            throw new Refusal(409, "sales-closed", "One of these sessions was cancelled meanwhile.");
        }
        return new Agreement(
                hold.carerId,
                hold.blockId,
                hold.sessionId,
                hold.title,
                sessions,
                Agreements.inOrder(List.of(hold.childIds), children.get()),
                hold.price(),
                hold.terms,
                voucher.get());
    }

    /**
     * Takes off what is offered to a family what this voucher takes off; the offer uses it until it is booked.
     *
     * @throws Refusal 409 {@code sales-closed}, and as {@link Vouchers#claim}
     */
    void reduce(Hold hold, String voucher) {
        List<UUID> children = List.of(hold.childIds);
        Wanted wanted = new Wanted(hold.blockId, hold.sessionId, children);
        Offer offer = agreements.offer(wanted);
        if (offer.tariff().isLeftToCarers()) {
            throw Price.needsNoVoucher();
        }
        VoucherClaim claim = vouchers.claim(voucher, Agreements.purpose(hold.carerId, wanted, offer));
        hold.costs(hold.price().reducedBy(claim.discount(), children.size()));
        voucherUses.useFor(claim.id(), hold.carerId, children, hold.id, hold.expiresAt);
    }
}
