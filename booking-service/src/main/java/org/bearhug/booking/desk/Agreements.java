package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Discount;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.VoucherClaim;
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
        return on(carer, wanted, offer, families.children(carer, wanted.childIds()), () -> Optional.ofNullable(
                        wanted.voucher())
                .map(code -> vouchers.claim(code, purpose(carer, wanted, offer))));
    }

    /** As the other; the voucher of what is given up for it, if there is one, goes along where it can. */
    Agreement on(UUID carer, Wanted wanted, Optional<VoucherClaim> carried) {
        Offer offer = offer(wanted);
        return on(
                carer,
                wanted,
                offer,
                families.children(carer, wanted.childIds()),
                () -> carried.filter(any -> !offer.tariff().isLeftToCarers()));
    }

    /** What would be agreed on by what is known, without a voucher; else as the first. */
    static Agreement on(UUID carer, Wanted wanted, Offer offer, List<Child> children) {
        return on(carer, wanted, offer, children, Optional::empty);
    }

    private static Agreement on(
            UUID carer, Wanted wanted, Offer offer, List<Child> known, Supplier<Optional<VoucherClaim>> claim) {
        List<Child> children = fitting(wanted, offer, known);
        return on(carer, wanted, offer, children, claim.get());
    }

    /** Those for whom it is, in their order. @throws Refusal 409 {@code child-too-young}, {@code child-too-old} */
    static List<Child> fitting(Wanted wanted, Offer offer, List<Child> known) {
        List<Child> children = inOrder(wanted.childIds(), known);
        Ages.check(children, offer.sessions());
        return children;
    }

    /** What is agreed on when all the rest is right. @throws Refusal as {@link Price#of} */
    static Agreement on(UUID carer, Wanted wanted, Offer offer, List<Child> children, Optional<VoucherClaim> voucher) {
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
                        voucher.map(VoucherClaim::discount).orElse(null)),
                offer.terms(),
                voucher.map(VoucherClaim::id).orElse(null));
    }

    /** What is for sale of it now. */
    Offer offer(Wanted wanted) {
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

    static Vouchers.Purpose purpose(UUID carer, Wanted wanted, Offer offer) {
        ScheduledSession first = offer.sessions().get(0);
        return new Vouchers.Purpose(
                carer,
                wanted.childIds() == null ? List.of() : wanted.childIds(),
                first.instructorId(),
                first.courseId(),
                wanted.subject(),
                offer.tariff().list().currency());
    }

    /** The first one pays the full price. */
    static List<Child> inOrder(List<UUID> ids, List<Child> children) {
        return children.stream()
                .sorted(Comparator.comparing(child -> ids.indexOf(child.id())))
                .toList();
    }
}
