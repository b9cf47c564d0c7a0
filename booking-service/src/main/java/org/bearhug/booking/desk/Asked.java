package org.bearhug.booking.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.KnownFamilies;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.pass.PassTerms;
import org.bearhug.booking.timetable.KnownTimetable;
import org.bearhug.booking.voucher.VoucherName;
import org.bearhug.booking.voucher.VoucherTerms;
import org.bearhug.kit.Refusal;

/**
 * A booking and what it is about.
 *
 * @param hold from which it is made, or null
 * @param credit for which it is made, or null
 * @param pass that pays it, or null, also when it is not known, or another's
 * @param voucher that takes something off, or null, also when it is not known
 * @param wanted null when that hold or credit is not known, or another's
 */
record Asked(PlainBooking booking, Hold hold, Credit credit, PassTerms pass, VoucherTerms voucher, Wanted wanted) {

    static Asked of(PlainBooking booking, KnownSources.Extract known) {
        Asking asking = booking.asking();
        UUID carer = booking.carer();
        PassTerms pass = known(asking.pass(), known.passes());
        PassTerms own = pass == null || !carer.equals(pass.carerId()) ? null : pass;
        Hold hold = known(asking.hold(), known.holds());
        if (hold != null && hold.carerId.equals(carer)) {
            return new Asked(booking, hold, null, own, null, hold.wanted());
        }
        Credit credit = known(asking.credit(), known.credits());
        return credit == null
                ? new Asked(booking, null, null, own, null, asking.wanted())
                : new Asked(
                        booking, null, credit, null, null, new Wanted(null, asking.session(), List.of(credit.childId)));
    }

    private static <V> V known(UUID id, Map<UUID, Fact<V>> facts) {
        Fact<V> fact = id == null ? null : facts.get(id);
        return fact == null ? null : fact.value();
    }

    /** The same; a credit is that of those who care for its child now, and of nobody else. */
    Asked seenBy(KnownFamilies.Extract families) {
        return credit == null || families.caresFor(booking.carer(), credit.childId)
                ? this
                : new Asked(booking, null, null, null, null, null);
    }

    /** By what its voucher is named, when it is known who gave it. */
    Stream<VoucherName> voucherName(KnownTimetable.Extract told) {
        return wanted == null || wanted.voucher() == null
                ? Stream.empty()
                : told.instructor(wanted.blockId(), wanted.sessionId()).stream()
                        .map(instructor -> new VoucherName(instructor, wanted.voucher()));
    }

    /** The same, with its voucher if that is among these. */
    Asked withOneOf(Map<VoucherName, VoucherTerms> vouchers, KnownTimetable.Extract told) {
        return voucherName(told)
                .filter(vouchers::containsKey)
                .map(name -> new Asked(booking, hold, credit, pass, vouchers.get(name), wanted))
                .findFirst()
                .orElse(this);
    }

    Stream<UUID> blocks() {
        return hold == null && wanted != null ? Stream.ofNullable(wanted.blockId()) : Stream.empty();
    }

    Stream<UUID> sessions() {
        if (hold != null) {
            return hold.sessions().stream();
        }
        return wanted == null ? Stream.empty() : Stream.ofNullable(wanted.sessionId());
    }

    Stream<UUID> children() {
        return wanted == null ? Stream.empty() : wanted.childIds().stream();
    }

    /** What it was to be made from. */
    Refusal notFound() {
        Asking asking = booking.asking();
        return Refusal.notFound(asking.hold() != null ? "hold" : asking.credit() != null ? "credit" : "pass");
    }
}
