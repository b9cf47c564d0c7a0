package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.KnownFamilies;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.timetable.KnownTimetable;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.kit.Refusal;

/**
 * A booking and what it is about.
 *
 * @param hold from which it is made, or null
 * @param wanted null when that hold is not known, or another's
 */
record Asked(PlainBooking booking, Hold hold, Wanted wanted) {

    static Asked of(PlainBooking booking, Map<UUID, Fact<Hold>> held) {
        Fact<Hold> hold = booking.hold() == null ? null : held.get(booking.hold());
        return hold == null || !hold.value().carerId.equals(booking.carer())
                ? new Asked(booking, null, booking.wanted())
                : new Asked(booking, hold.value(), hold.value().wanted());
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
     * What is agreed on by what is known of these.
     *
     * @throws Refusal as {@link Agreements#on}, 404 for a hold
     */
    Agreement agreement(KnownTimetable.Extract told, KnownFamilies.Extract families, Instant now) {
        if (wanted == null) {
            throw Refusal.notFound("hold");
        }
        UUID carer = booking.carer();
        if (hold != null) {
            return HeldAgreements.on(
                    hold, told.scheduled(hold.sessions()), () -> families.children(carer, wanted.childIds()));
        }
        Offer offer = told.offer(wanted.blockId(), wanted.sessionId(), now);
        return Agreements.on(carer, wanted, offer, families.children(carer, wanted.childIds()));
    }
}
