package org.bearhug.booking.voucher;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Discount;

/** A code that takes something off, for so many bookings; whoever uses it holds the lock of its row. */
@Entity
class Voucher extends PanacheEntityBase {

    @Id
    UUID id;

    UUID instructorId;

    String code;

    Integer percent;

    Long amount;

    String currency;

    Integer uses;

    Integer usesPerFamily;

    int used;

    Instant validFrom;

    Instant validUntil;

    UUID[] courseIds;

    Instant madeAt;

    Instant withdrawnAt;

    static Optional<Voucher> of(UUID instructor, UUID id) {
        return find("id = ?1 and instructorId = ?2", id, instructor).firstResultOptional();
    }

    /** This instructor's; as long as it is locked, nobody uses it or gives it back. */
    static Optional<Voucher> lockedOf(UUID instructor, UUID id) {
        return find("id = ?1 and instructorId = ?2", id, instructor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The newest first, below this one, of those that are not withdrawn. */
    static List<Voucher> page(UUID instructor, UUID before, int size) {
        return find("instructorId = ?1 and id < ?2 and withdrawnAt is null order by id desc", instructor, before)
                .page(0, size)
                .list();
    }

    static Optional<Voucher> named(VoucherName name, LockModeType lock) {
        return find("instructorId = ?1 and code = ?2 and withdrawnAt is null", name.instructor(), name.code())
                .withLock(lock)
                .firstResultOptional();
    }

    /** As long as it is locked, nobody uses it or gives it back. */
    static Voucher locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Discount discount() {
        return new Discount(code, percent, amount);
    }

    VoucherClaim claim() {
        return terms().claim();
    }

    VoucherTerms terms() {
        return new VoucherTerms(id, discount(), currency, usesPerFamily, validFrom, validUntil, List.of(courseIds));
    }
}
