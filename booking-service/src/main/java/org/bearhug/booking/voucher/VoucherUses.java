package org.bearhug.booking.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** Who uses vouchers, and giving their uses back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class VoucherUses {

    private static final String USE =
            """
            INSERT INTO voucher_use (voucher_id, carer_id, child_ids, hold_id, booking_id, expires_at)
            VALUES (:voucher, :carer, :children, :hold, :booking, :expiresAt)""";

    private static final String USED_BY = "SELECT voucher_id FROM voucher_use WHERE :owner IN (hold_id, booking_id)";

    @Inject
    Session database;

    /** Counts the use that was claimed for a booking, or for a hold until it expires. */
    public void useFor(UUID voucher, UUID carer, Collection<UUID> children, UUID owner, Instant expiresAt) {
        Voucher.locked(voucher).used++;
        database.createNativeMutationQuery(USE)
                .setParameter("voucher", voucher)
                .setParameter("carer", carer)
                .setParameter("children", children.toArray(UUID[]::new))
                .setParameter("hold", expiresAt == null ? null : owner, UUID.class)
                .setParameter("booking", expiresAt == null ? owner : null, UUID.class)
                .setParameter("expiresAt", expiresAt, Instant.class)
                .executeUpdate();
    }

    /** The voucher that this hold or booking uses, if its use still counts; locked before the seats are. */
    public Optional<VoucherClaim> usedBy(UUID owner) {
        return database.createNativeQuery(USED_BY, UUID.class)
                .setParameter("owner", owner)
                .uniqueResultOptional()
                .map(Voucher::locked)
                .filter(voucher -> isUsedBy(owner))
                .map(Voucher::claim);
    }

    private boolean isUsedBy(UUID owner) {
        return database.createNativeQuery(USED_BY, UUID.class)
                .setParameter("owner", owner)
                .uniqueResultOptional()
                .isPresent();
    }

    /** The use of a hold or a booking is that of this booking now. */
    public void passOn(UUID from, UUID booking) {
        database.createNativeMutationQuery(
                        """
                        UPDATE voucher_use SET hold_id = NULL, expires_at = NULL, booking_id = :booking
                         WHERE :owner IN (hold_id, booking_id)""")
                .setParameter("owner", from)
                .setParameter("booking", booking)
                .executeUpdate();
    }

    /**
     * The hold lasts until then.
     *
     * @throws Refusal 409 {@code hold-expired} when somebody else has the use already
     */
    public void extend(UUID hold, Instant expiresAt) {
        int extended = database.createNativeMutationQuery(
                        "UPDATE voucher_use SET expires_at = :until WHERE hold_id = :hold")
                .setParameter("hold", hold)
                .setParameter("until", expiresAt)
                .executeUpdate();
        if (extended == 0) {
            throw new Refusal(409, "hold-expired", "Your voucher is no longer kept for you. Please choose again.");
        }
    }

    /** Somebody else may have the use of this hold or booking. */
    public void giveBack(UUID owner) {
        usedBy(owner)
                .ifPresent(claim -> Voucher.locked(claim.id()).used -= database.createNativeMutationQuery(
                                "DELETE FROM voucher_use WHERE :owner IN (hold_id, booking_id)")
                        .setParameter("owner", owner)
                        .executeUpdate());
    }
}
