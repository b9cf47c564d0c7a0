package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.KnownFamilies;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.pass.PassTerms;
import org.bearhug.booking.timetable.KnownTimetable;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.kit.Refusal;

/**
 * A booking and what it is about.
 *
 * @param hold from which it is made, or null
 * @param credit for which it is made, or null
 * @param pass that pays it, or null, also when it is not known, or another's
 * @param wanted null when that hold or credit is not known, or another's
 */
record Asked(PlainBooking booking, Hold hold, Credit credit, PassTerms pass, Wanted wanted) {

    static Asked of(PlainBooking booking, KnownSources.Extract known) {
        Asking asking = booking.asking();
        UUID carer = booking.carer();
        PassTerms pass = known(asking.pass(), known.passes());
        PassTerms own = pass == null || !carer.equals(pass.carerId()) ? null : pass;
        Hold hold = known(asking.hold(), known.holds());
        if (hold != null && hold.carerId.equals(carer)) {
            return new Asked(booking, hold, null, own, hold.wanted());
        }
        Credit credit = known(asking.credit(), known.credits());
        return credit == null
                ? new Asked(booking, null, null, own, asking.wanted())
                : new Asked(booking, null, credit, null, new Wanted(null, asking.session(), List.of(credit.childId)));
    }

    private static <V> V known(UUID id, Map<UUID, Fact<V>> facts) {
        Fact<V> fact = id == null ? null : facts.get(id);
        return fact == null ? null : fact.value();
    }

    /** The same; a credit is that of those who care for its child now, and of nobody else. */
    Asked seenBy(KnownFamilies.Extract families) {
        return credit == null || families.caresFor(booking.carer(), credit.childId)
                ? this
                : new Asked(booking, null, null, null, null);
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

    /**
     * What is agreed on by what is known of these, whatever pays it.
     *
     * @throws Refusal as {@link Agreements#on} and {@link MakeUps#on}, 404 for a hold or a credit
     */
    Agreement agreement(KnownTimetable.Extract told, KnownFamilies.Extract families, Instant now) {
        if (wanted == null) {
            throw notFound();
        }
        UUID carer = booking.carer();
        if (hold != null) {
            return HeldAgreements.on(
                    hold, told.scheduled(hold.sessions()), () -> families.children(carer, wanted.childIds()));
        }
        if (credit != null) {
            Offer offer = told.makeUp(wanted.sessionId(), credit.currency, now);
            return MakeUps.on(booking, credit, offer, () -> families.children(carer, wanted.childIds()));
        }
        Offer offer = told.offer(wanted.blockId(), wanted.sessionId(), now);
        return Agreements.on(carer, wanted, offer, families.children(carer, wanted.childIds()));
    }

    /**
     * The same, paid with the pass if there is one.
     *
     * @throws Refusal 404, 409 as {@link Hold#requireNoVoucher} and {@link PassTerms#requireFor}
     */
    Agreement paid(Agreement agreement) {
        if (booking.asking().pass() == null) {
            return agreement;
        }
        if (hold != null) {
            hold.requireNoVoucher();
        }
        if (pass == null) {
            throw Refusal.notFound("pass");
        }
        pass.requireFor(agreement.purpose());
        return agreement.paidWith(pass.title());
    }

    /** What it was to be made from. */
    Refusal notFound() {
        Asking asking = booking.asking();
        return Refusal.notFound(asking.hold() != null ? "hold" : asking.credit() != null ? "credit" : "pass");
    }
}
