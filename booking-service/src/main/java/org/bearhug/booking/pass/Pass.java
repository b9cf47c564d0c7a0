package org.bearhug.booking.pass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.hibernate.annotations.UuidGenerator;

/** What a carer bought: places in single sessions. Whoever uses it holds the lock of its row. */
@Entity
class Pass extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID offerId;

    UUID instructorId;

    UUID carerId;

    String title;

    int units;

    int used;

    long amount;

    String currency;

    UUID[] courseIds;

    Instant boughtAt;

    Instant validUntil;

    Instant returnedAt;

    Instant lapsedAt;

    static Pass of(PassOffer offer, UUID carer, Instant now) {
        Pass pass = new Pass();
        pass.offerId = offer.id;
        pass.instructorId = offer.instructorId;
        pass.carerId = carer;
        pass.title = offer.title;
        pass.units = offer.units;
        pass.amount = offer.amount;
        pass.currency = offer.currency;
        pass.courseIds = offer.courseIds;
        pass.boughtAt = now;
        pass.validUntil = now.plus(Duration.ofDays(7L * offer.validWeeks));
        return pass;
    }

    static Optional<Pass> of(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer).firstResultOptional();
    }

    static Optional<Pass> lockedOf(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Optional<Pass> lockedSoldBy(UUID instructor, UUID id) {
        return find("id = ?1 and instructorId = ?2", id, instructor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Pass locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first, below this one. */
    static List<Pass> page(UUID carer, UUID before, int size) {
        return find("carerId = ?1 and id < ?2 order by id desc", carer, before)
                .page(0, size)
                .list();
    }

    static List<Pass> soldPage(UUID offer, UUID before, int size) {
        return find("offerId = ?1 and id < ?2 order by id desc", offer, before)
                .page(0, size)
                .list();
    }

    /**
     * Takes so many units. In {@code ledger/spent.sql} and {@code ledger/use-up.sql} the same is done for many passes at once.
     *
     * @throws org.bearhug.kit.Refusal 409 {@code pass-returned}, {@code pass-not-paid}, {@code pass-not-for-this}, {@code pass-expired},
     *     {@code pass-used-up}
     */
    void use(Passes.Purpose purpose) {
        if (returnedAt != null) {
            throw PassRefusals.returned();
        }
        if (lapsedAt != null) {
            throw PassRefusals.lapsed();
        }
        terms().requireFor(purpose);
        if (used + purpose.units() > units) {
            throw PassRefusals.usedUp(units - used);
        }
        used += purpose.units();
    }

    private PassTerms terms() {
        return new PassTerms(id, carerId, instructorId, List.of(courseIds), title, validUntil);
    }

    /** It was given back, or not paid in time. */
    boolean isOver() {
        return returnedAt != null || lapsedAt != null;
    }

    Purchase purchase() {
        return Purchase.pass(id);
    }

    Money price() {
        return new Money(amount, currency);
    }
}
