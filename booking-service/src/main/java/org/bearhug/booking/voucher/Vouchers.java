package org.bearhug.booking.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.bearhug.booking.money.Discount;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/**
 * Whether a voucher may be used. Its row is locked before any seat, so that a last use goes to one of two, and they never wait
 * for each other. For many bookings at once {@code ledger/spent.sql} says the same.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Vouchers {

    /** Uses of holds that are over, or that this carer is about to replace. */
    private static final String TIDY =
            """
            DELETE FROM voucher_use
             WHERE voucher_id = :voucher
               AND (expires_at <= :now
                    OR hold_id IN (SELECT id FROM hold
                                    WHERE carer_id = :carer AND :subject IN (block_id, session_id)
                                      AND child_ids && :children))""";

    private static final String OF_FAMILY =
            """
            SELECT count(*) FROM voucher_use
             WHERE voucher_id = :voucher AND (carer_id = :carer OR child_ids && :children)
               AND (expires_at IS NULL OR expires_at > :now)""";

    private static final String ALIVE =
            "SELECT count(*) FROM voucher_use WHERE voucher_id = :voucher AND (expires_at IS NULL OR expires_at > :now)";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * For what a voucher is to be used.
     *
     * @param instructor who made it
     * @param subject the block or the session
     * @param currency in which that is paid
     */
    public record Purpose(
            UUID carer, Collection<UUID> children, UUID instructor, UUID course, UUID subject, String currency) {}

    /**
     * Claims a use of the voucher with this code, to be followed by {@link VoucherUses#useFor}.
     *
     * @throws Refusal 409 {@code voucher-unknown}, {@code voucher-used-up}, and as {@link VoucherTerms#requireFor}
     */
    public VoucherClaim claim(String code, Purpose purpose) {
        Instant now = clock.instant();
        Voucher voucher = fitting(code, purpose, LockModeType.PESSIMISTIC_WRITE, now);
        voucher.used -= database.createNativeMutationQuery(TIDY)
                .setParameter("voucher", voucher.id)
                .setParameter("now", now)
                .setParameter("carer", purpose.carer)
                .setParameter("subject", purpose.subject)
                .setParameter("children", uuids(purpose.children))
                .executeUpdate();
        requireLeft(voucher, voucher.used, purpose, now);
        return voucher.claim();
    }

    /** What a claim would give now; nothing is locked or written. */
    public Discount look(String code, Purpose purpose) {
        Instant now = clock.instant();
        Voucher voucher = fitting(code, purpose, LockModeType.NONE, now);
        long used = database.createNativeQuery(ALIVE, Long.class)
                .setParameter("voucher", voucher.id)
                .setParameter("now", now)
                .getSingleResult();
        requireLeft(voucher, used, purpose, now);
        return voucher.discount();
    }

    private static Voucher fitting(String code, Purpose purpose, LockModeType lock, Instant now) {
        Voucher voucher =
                Voucher.named(new VoucherName(purpose.instructor, code), lock).orElseThrow(VoucherRefusals::unknown);
        voucher.terms().requireFor(purpose.course, purpose.currency, now);
        return voucher;
    }

    private void requireLeft(Voucher voucher, long used, Purpose purpose, Instant now) {
        if (voucher.uses != null && used >= voucher.uses) {
            throw VoucherRefusals.usedUp();
        }
        if (voucher.usesPerFamily != null && ofFamily(voucher, purpose, now) >= voucher.usesPerFamily) {
            throw VoucherRefusals.usedByFamily(voucher.usesPerFamily);
        }
    }

    private long ofFamily(Voucher voucher, Purpose purpose, Instant now) {
        return database.createNativeQuery(OF_FAMILY, Long.class)
                .setParameter("voucher", voucher.id)
                .setParameter("carer", purpose.carer)
                .setParameter("children", uuids(purpose.children))
                .setParameter("now", now)
                .getSingleResult();
    }

    private static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
