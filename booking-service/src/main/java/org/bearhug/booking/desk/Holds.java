package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.VoucherUses;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeping seats for a carer who is about to book, a short while and never beyond the start. */
@ApplicationScoped
class Holds {

    @Inject
    Agreements agreements;

    @Inject
    Timetable timetable;

    @Inject
    Limits limits;

    @Inject
    SeatLedger ledger;

    @Inject
    HeldSeats heldSeats;

    @Inject
    VoucherUses voucherUses;

    @Inject
    DeskFacts facts;

    @Inject
    KnownHolds known;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.hold-lasts")
    Duration lasts;

    /**
     * Holds seats; those held for the same children in the same sessions before are given up for them.
     *
     * @throws Refusal as {@link Agreements#on}, 409 {@code already-booked}, {@code session-full}, {@code too-many-holds}
     */
    @Transactional
    HoldView hold(UUID carer, Wanted wanted) {
        Agreement agreement = agreements.on(carer, wanted);
        Instant now = clock.instant();
        Instant expiresAt = earlier(now.plus(lasts), agreement.sessions().get(0).startsAt());
        limits.lockHolds(carer);
        List<SeatChange> held = ledger.hold(agreement, expiresAt, now);
        limits.requireFewHolds(carer, now);
        Hold hold = Hold.of(held.get(0).ownerId(), agreement, now, expiresAt);
        if (agreement.voucherId() != null) {
            voucherUses.useFor(agreement.voucherId(), carer, agreement.childIds(), hold.id, expiresAt);
        }
        facts.seatsChanged(SeatChange.counts(held));
        known.remember(hold);
        return HoldView.of(hold);
    }

    /**
     * Holds as long again, once.
     *
     * @throws Refusal 404 for another's, 409 {@code hold-expired}, {@code hold-extended}
     */
    @Transactional
    HoldView extend(UUID carer, UUID id) {
        Hold hold = Hold.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("hold"));
        hold.requireAlive(clock.instant());
        if (hold.extended) {
            throw new Refusal(409, "hold-extended", "A hold can be made longer once.");
        }
        hold.expiresAt = earlier(hold.expiresAt.plus(lasts), firstStart(hold));
        hold.extended = true;
        if (hold.uses(PriceLine.Code.VOUCHER)) {
            voucherUses.extend(id, hold.expiresAt);
        }
        if (heldSeats.extend(id, hold.sessions(), hold.expiresAt) < hold.seats()) {
            throw hold.expired();
        }
        return HoldView.of(hold);
    }

    private Instant firstStart(Hold hold) {
        return timetable.sessions(hold.sessions()).values().stream()
                .map(ScheduledSession::startsAt)
                .min(Instant::compareTo)
                .orElse(hold.expiresAt);
    }

    /**
     * Gives the seats back before their time.
     *
     * @throws Refusal 404 for another's
     */
    @Transactional
    void letGo(UUID carer, UUID id) {
        Hold hold = Hold.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("hold"));
        if (hold.uses(PriceLine.Code.VOUCHER)) {
            voucherUses.giveBack(id);
        }
        facts.seatsChanged(heldSeats.letGo(id));
        hold.delete();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
