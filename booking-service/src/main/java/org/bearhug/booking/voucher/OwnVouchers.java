package org.bearhug.booking.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** An instructor's vouchers. */
@ApplicationScoped
class OwnVouchers {

    private static final int LIMIT = 1000;

    private static final String MAKE =
            """
            INSERT INTO voucher (instructor_id, code, percent, amount, currency, uses, uses_per_family, valid_from,
                   valid_until, course_ids, made_at)
            VALUES (:instructor, :code, :percent, :amount, :currency, :uses, :perFamily, :from, :until, :courses, :now)
            RETURNING id""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * Makes one.
     *
     * @throws Refusal 409 {@code code-taken}, {@code too-many-vouchers}
     */
    @Transactional
    VoucherView make(UUID instructor, VouchersResource.Wish wish) {
        if (Voucher.count("instructorId = ?1 and withdrawnAt is null", instructor) >= LIMIT) {
            throw new Refusal(
                    409, "too-many-vouchers", "There can be " + LIMIT + " vouchers; withdraw old ones first.");
        }
        try {
            UUID id = database.createNativeQuery(MAKE, UUID.class)
                    .setParameter("instructor", instructor)
                    .setParameter("code", wish.code())
                    .setParameter("percent", wish.percent(), Integer.class)
                    .setParameter(
                            "amount",
                            wish.amount() == null ? null : wish.amount().amount(),
                            Long.class)
                    .setParameter(
                            "currency",
                            wish.amount() == null ? null : wish.amount().currency(),
                            String.class)
                    .setParameter("uses", wish.uses(), Integer.class)
                    .setParameter("perFamily", wish.usesPerFamily(), Integer.class)
                    .setParameter("from", wish.validFrom(), Instant.class)
                    .setParameter("until", wish.validUntil(), Instant.class)
                    .setParameter("courses", wish.courseIds().toArray(UUID[]::new))
                    .setParameter("now", clock.instant())
                    .getSingleResult();
            return VoucherView.of(Voucher.findById(id));
        } catch (ConstraintViolationException taken) {
            throw new Refusal(409, "code-taken", "You have a voucher with this code.");
        }
    }

    @Transactional
    VoucherView get(UUID instructor, UUID id) {
        return VoucherView.of(Voucher.of(instructor, id).orElseThrow(() -> Refusal.notFound("voucher")));
    }

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<VoucherView> page(UUID instructor, UUID before, int limit) {
        List<Voucher> vouchers = Voucher.page(instructor, before, limit + 1);
        return Page.of(vouchers, limit, voucher -> Page.Cursor.after(voucher.id), VoucherView::of);
    }

    /** Nobody uses it from now on; who has used it keeps the price. */
    @Transactional
    void withdraw(UUID instructor, UUID id) {
        Voucher voucher = Voucher.lockedOf(instructor, id).orElseThrow(() -> Refusal.notFound("voucher"));
        if (voucher.withdrawnAt == null) {
            voucher.withdrawnAt = clock.instant();
        }
    }
}
