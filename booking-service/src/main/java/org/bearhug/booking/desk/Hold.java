package org.bearhug.booking.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.timetable.Terms;
import org.bearhug.kit.Refusal;

/** Seats kept for a carer until it expires; written by {@link SeatLedger}. */
@Entity
class Hold extends PanacheEntityBase {

    @Id
    UUID id;

    UUID carerId;

    UUID blockId;

    UUID sessionId;

    String title;

    UUID[] sessionIds;

    UUID[] childIds;

    long amount;

    String currency;

    @Embedded
    PriceLines lines;

    Long[] shares;

    @Embedded
    Terms terms;

    boolean offered;

    boolean extended;

    /** The booking that is being paid and that it is kept for; it is that one's alone then. */
    UUID bookingId;

    Instant heldAt;

    Instant expiresAt;

    /** As {@link SeatLedger} has just written it. */
    static Hold of(UUID id, Agreement agreement, Instant heldAt, Instant expiresAt) {
        Hold hold = new Hold();
        hold.id = id;
        hold.carerId = agreement.carerId();
        hold.blockId = agreement.blockId();
        hold.sessionId = agreement.sessionId();
        hold.title = agreement.title();
        hold.sessionIds = agreement.sessionIds().toArray(UUID[]::new);
        hold.childIds = agreement.childIds().toArray(UUID[]::new);
        hold.currency = agreement.price().total().currency();
        hold.costs(agreement.price());
        hold.terms = agreement.terms();
        hold.heldAt = heldAt;
        hold.expiresAt = expiresAt;
        return hold;
    }

    /** A hold that a carer asked for, kept from changing until the transaction ends. */
    static Optional<Hold> lockedOf(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2 and offered = false and bookingId is null", id, carer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Any hold or offer, kept from changing until the transaction ends. */
    static Hold locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What is kept for a booking that is being paid, also when it has expired. */
    static Optional<Hold> ofBooking(UUID booking) {
        return find("bookingId", booking)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Map<UUID, Hold> byId(Collection<UUID> ids) {
        return Hold.<Hold>list("id in ?1", ids).stream().collect(Collectors.toMap(hold -> hold.id, hold -> hold));
    }

    /** Its time is over, or its seats were given to others because it was by another's clock. */
    Refusal expired() {
        return offered
                ? offerExpired(expiresAt)
                : new Refusal(409, "hold-expired", "These seats are no longer held for you. Please choose again.");
    }

    static Refusal offerExpired(Instant when) {
        return new Refusal(409, "offer-expired", "These seats are no longer kept for you.").with("expiredAt", when);
    }

    /**
     * Goes on when it still holds.
     *
     * @throws Refusal as {@link #expired}
     */
    void requireAlive(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw expired();
        }
    }

    List<UUID> sessions() {
        return List.of(sessionIds);
    }

    /** The same once more. */
    Wanted wanted() {
        return new Wanted(blockId, sessionId, List.of(childIds));
    }

    boolean uses(PriceLine.Code code) {
        return PriceLines.contain(lines, code);
    }

    /** Lets it be paid with a pass. @throws Refusal 409 {@code pass-not-for-this} when it is held with a voucher */
    void requireNoVoucher() {
        if (uses(PriceLine.Code.VOUCHER)) {
            throw new Refusal(409, "pass-not-for-this", "It is held with a voucher, so a pass does not pay for it.");
        }
    }

    int seats() {
        return sessionIds.length * childIds.length;
    }

    /** Another price than before: an offer, when it is accepted with a voucher. */
    void costs(Price price) {
        amount = price.total().amount();
        lines = PriceLines.of(price.lines());
        shares = price.shares().toArray(Long[]::new);
    }

    Price price() {
        return Price.kept(
                new Money(amount, currency),
                PriceLines.of(lines, amount),
                shares == null ? null : List.of(shares),
                childIds.length,
                sessionIds.length);
    }
}
