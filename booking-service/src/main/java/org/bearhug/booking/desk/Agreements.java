package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Discount;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.Vouchers;
import org.bearhug.kit.Refusal;

/** Finds out what a wish means now: which sessions, which children, at what price. */
@ApplicationScoped
class Agreements {

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    Vouchers vouchers;

    /**
     * What would be agreed on.
     *
     * @throws Refusal 404 for what is not for sale or another's child, 409 {@code sales-closed},
     *     {@code child-too-young}, {@code child-too-old}, and as {@link Price#of} and {@link Vouchers#claim}
     */
    Agreement on(UUID carer, Wanted wanted) {
        Offer offer = offer(wanted);
        return on(carer, wanted, offer, () -> Optional.ofNullable(wanted.voucher())
                .map(code -> vouchers.claim(code, purpose(carer, wanted, offer))));
    }

    /** As the other; the voucher of what is given up for it, if there is one, goes along where it can. */
    Agreement on(UUID carer, Wanted wanted, Optional<Vouchers.Claim> carried) {
        Offer offer = offer(wanted);
        return on(
                carer,
                wanted,
                offer,
                () -> carried.filter(any -> !offer.tariff().isLeftToCarers()));
    }

    private Agreement on(UUID carer, Wanted wanted, Offer offer, Supplier<Optional<Vouchers.Claim>> claim) {
        return on(carer, wanted, offer, families.children(carer, wanted.childIds()), claim);
    }

    /** What would be agreed on by what is known, without a voucher; else as the first. */
    static Agreement on(UUID carer, Wanted wanted, Offer offer, List<Child> children) {
        return on(carer, wanted, offer, children, Optional::empty);
    }

    private static Agreement on(
            UUID carer, Wanted wanted, Offer offer, List<Child> known, Supplier<Optional<Vouchers.Claim>> claim) {
        List<Child> children = inOrder(wanted.childIds(), known);
        Ages.check(children, offer.sessions());
        Optional<Vouchers.Claim> voucher = claim.get();
        return new Agreement(
                carer,
                wanted.blockId(),
                wanted.sessionId(),
                offer.title(),
                offer.sessions(),
                children,
                Price.of(
                        offer.tariff(),
                        children.size(),
                        wanted.amount(),
                        voucher.map(Vouchers.Claim::discount).orElse(null)),
                offer.terms(),
                voucher.map(Vouchers.Claim::id).orElse(null));
    }

    private Offer offer(Wanted wanted) {
        return wanted.blockId() == null ? timetable.dropIn(wanted.sessionId()) : timetable.block(wanted.blockId());
    }

    /**
     * What that would cost so many children, whoever they are.
     *
     * @throws Refusal as the other, but for the children
     */
    @Transactional
    Price price(UUID carer, Wanted wanted, int children) {
        Offer offer = offer(wanted);
        Discount discount =
                wanted.voucher() == null ? null : vouchers.look(wanted.voucher(), purpose(carer, wanted, offer));
        return Price.of(offer.tariff(), children, wanted.amount(), discount);
    }

    /**
     * Takes off what is offered to a family what this voucher takes off; the offer uses it until it is booked.
     *
     * @throws Refusal 409 {@code sales-closed}, and as {@link Vouchers#claim}
     */
    void reduce(Hold hold, String voucher) {
        List<UUID> children = List.of(hold.childIds);
        Wanted wanted = new Wanted(hold.blockId, hold.sessionId, children);
        Offer offer = offer(wanted);
        if (offer.tariff().isLeftToCarers()) {
            throw Price.needsNoVoucher();
        }
        Vouchers.Claim claim = vouchers.claim(voucher, purpose(hold.carerId, wanted, offer));
        hold.costs(hold.price().reducedBy(claim.discount(), children.size()));
        vouchers.useFor(claim.id(), hold.carerId, children, hold.id, hold.expiresAt);
    }

    private static Vouchers.Purpose purpose(UUID carer, Wanted wanted, Offer offer) {
        ScheduledSession first = offer.sessions().get(0);
        return new Vouchers.Purpose(
                carer,
                wanted.childIds() == null ? List.of() : wanted.childIds(),
                first.instructorId(),
                first.courseId(),
                wanted.subject(),
                offer.tariff().list().currency());
    }

    /**
     * A session in the place of a missed one, for nothing.
     *
     * @throws Refusal as the other, 409 {@code another-course}, {@code credit-expired}
     */
    Agreement on(UUID carer, Credit credit, UUID sessionId) {
        Offer offer = timetable.makeUp(sessionId, credit.currency);
        ScheduledSession session = offer.sessions().get(0);
        if (!session.courseId().equals(credit.courseId)) {
            throw new Refusal(409, "another-course", "Choose a session of the same course.");
        }
        if (session.startsAt().isAfter(credit.validUntil)) {
            throw new Refusal(409, "credit-expired", "This session lies beyond the credit's time.")
                    .with("validUntil", credit.validUntil);
        }
        List<Child> children = families.children(carer, List.of(credit.childId));
        Ages.check(children, offer.sessions());
        return new Agreement(
                carer,
                null,
                sessionId,
                offer.title(),
                offer.sessions(),
                children,
                Price.nothing(credit.currency),
                offer.terms().withoutMakeUps(),
                null);
    }

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
                        ? vouchers.usedBy(hold.id).orElseThrow(hold::expired).id()
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
                inOrder(List.of(hold.childIds), children.get()),
                hold.price(),
                hold.terms,
                voucher.get());
    }

    /** The first one pays the full price. */
    private static List<Child> inOrder(List<UUID> ids, List<Child> children) {
        return children.stream()
                .sorted(Comparator.comparing(child -> ids.indexOf(child.id())))
                .toList();
    }
}
