package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.booking.families.KnownFamilies;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.payment.KnownRules;
import org.bearhug.booking.payment.KnownRules.ByTheirRules;
import org.bearhug.booking.timetable.KnownTimetable;
import org.bearhug.booking.voucher.KnownVouchers;
import org.bearhug.booking.voucher.VoucherName;
import org.bearhug.booking.voucher.VoucherTerms;
import org.bearhug.kit.Refusal;

/** What the desk remembers of the world, so that a booking of what is known already need not ask for it first. */
@ApplicationScoped
class KnownWorld {

    @Inject
    KnownTimetable timetable;

    @Inject
    KnownFamilies families;

    @Inject
    KnownRules rules;

    @Inject
    KnownSources sources;

    @Inject
    KnownVouchers vouchers;

    /**
     * What bookings mean by what is known, each with an agreement or a refusal.
     *
     * @param facts what is known: of sessions, blocks, children and the rules of instructors
     */
    record Understood(List<Meaning> meanings, List<Map<UUID, ? extends Fact<?>>> facts) {}

    /**
     * What a booking means by what is known: an agreement, or else a refusal.
     *
     * @param late whether it is refused only when what pays it is good
     * @param paidBy how its instructor is paid
     */
    record Meaning(Asked asked, Agreement agreement, ByTheirRules paidBy, Refusal refusal, boolean late) {

        UUID instructor() {
            return agreement.sessions().get(0).instructorId();
        }
    }

    Understood understand(List<PlainBooking> bookings, Instant now) {
        KnownSources.Extract known = sources.recall(bookings);
        List<Asked> asked =
                bookings.stream().map(booking -> Asked.of(booking, known)).toList();
        KnownTimetable.Extract told = timetable.recall(ids(asked, Asked::blocks), ids(asked, Asked::sessions));
        KnownFamilies.Extract children = families.recall(ids(asked, Asked::children));
        Map<VoucherName, VoucherTerms> named = vouchers.recall(ids(asked, each -> each.voucherName(told)));
        List<Meaning> meanings = asked.stream()
                .map(each -> meaning(each.seenBy(children).withOneOf(named, told), told, children, now))
                .toList();
        Map<UUID, Fact<ByTheirRules>> paidBy = rules.recall(meanings.stream()
                .filter(meaning -> meaning.agreement() != null)
                .map(Meaning::instructor)
                .collect(Collectors.toSet()));
        return new Understood(
                meanings.stream().map(meaning -> paid(meaning, paidBy)).toList(),
                List.of(told.sessions(), told.blocks(), children.children(), paidBy));
    }

    private static <T, I> Set<I> ids(List<T> all, Function<T, Stream<I>> part) {
        return all.stream().flatMap(part).collect(Collectors.toSet());
    }

    private static Meaning meaning(
            Asked asked, KnownTimetable.Extract told, KnownFamilies.Extract families, Instant now) {
        Supplier<Agreement> agreement;
        try {
            agreement = KnownAgreements.on(asked, told, families, now);
        } catch (Refusal refusal) {
            return new Meaning(asked, null, null, refusal, false);
        }
        try {
            return new Meaning(asked, agreement.get(), null, null, false);
        } catch (Refusal refusal) {
            return new Meaning(asked, null, null, refusal, true);
        }
    }

    private static Meaning paid(Meaning meaning, Map<UUID, Fact<ByTheirRules>> rules) {
        return meaning.agreement() == null
                ? meaning
                : new Meaning(
                        meaning.asked(),
                        meaning.agreement(),
                        rules.get(meaning.instructor()).value(),
                        null,
                        false);
    }

    /** Lets go of what is no longer so. */
    void forget(Collection<UUID> changed) {
        timetable.forget(changed);
        families.forget(changed);
        rules.forget(changed);
        sources.forget(changed);
        vouchers.forget(changed);
    }
}
