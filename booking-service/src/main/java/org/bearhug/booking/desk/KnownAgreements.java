package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.KnownFamilies;
import org.bearhug.booking.pass.PassTerms;
import org.bearhug.booking.timetable.KnownTimetable;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.voucher.VoucherClaim;
import org.bearhug.booking.voucher.VoucherRefusals;
import org.bearhug.booking.voucher.VoucherTerms;
import org.bearhug.kit.Refusal;

/** What a wish means by what is remembered: which sessions, which children, at what price, and what pays it. */
final class KnownAgreements {

    private KnownAgreements() {}

    /**
     * What is agreed on if what pays it is good.
     *
     * @return which says whether the price is right, and what the pass is good for
     * @throws Refusal as {@link Agreements#fitting}, {@link VoucherTerms#requireFor} and {@link MakeUps#on}, 404 for a hold or a credit,
     *     409 {@code voucher-unknown}
     */
    static Supplier<Agreement> on(
            Asked asked, KnownTimetable.Extract told, KnownFamilies.Extract families, Instant now) {
        Wanted wanted = asked.wanted();
        if (wanted == null) {
            throw asked.notFound();
        }
        Supplier<List<Child>> children = () -> families.children(asked.booking().carer(), wanted.childIds());
        if (asked.hold() != null) {
            Agreement kept =
                    HeldAgreements.on(asked.hold(), told.scheduled(asked.hold().sessions()), children);
            return () -> paid(asked, kept);
        }
        if (asked.credit() != null) {
            Offer offer = told.makeUp(wanted.sessionId(), asked.credit().currency, now);
            Agreement free = MakeUps.on(asked.booking(), asked.credit(), offer, children);
            return () -> free;
        }
        Offer offer = told.offer(wanted.blockId(), wanted.sessionId(), now);
        List<Child> fitting = Agreements.fitting(wanted, offer, children.get());
        Optional<VoucherClaim> claim = claim(asked, offer, now);
        return () -> paid(asked, Agreements.on(asked.booking().carer(), wanted, offer, fitting, claim));
    }

    private static Optional<VoucherClaim> claim(Asked asked, Offer offer, Instant now) {
        if (asked.wanted().voucher() == null) {
            return Optional.empty();
        }
        if (asked.voucher() == null) {
            throw VoucherRefusals.unknown();
        }
        asked.voucher()
                .requireFor(
                        offer.sessions().get(0).courseId(),
                        offer.tariff().list().currency(),
                        now);
        return Optional.of(asked.voucher().claim());
    }

    /**
     * The same, paid with the pass if there is one.
     *
     * @throws Refusal 404, 409 as {@link Hold#requireNoVoucher} and {@link PassTerms#requireFor}
     */
    private static Agreement paid(Asked asked, Agreement agreement) {
        if (asked.booking().asking().pass() == null) {
            return agreement;
        }
        if (asked.hold() != null) {
            asked.hold().requireNoVoucher();
        }
        if (asked.pass() == null) {
            throw Refusal.notFound("pass");
        }
        asked.pass().requireFor(agreement.purpose());
        return agreement.paidWith(asked.pass().title());
    }
}
