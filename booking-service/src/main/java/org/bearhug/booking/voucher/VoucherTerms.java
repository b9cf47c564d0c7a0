package org.bearhug.booking.voucher;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Discount;
import org.bearhug.kit.Refusal;

/**
 * What a voucher takes off and for what, which never changes as long as it is not withdrawn.
 *
 * @param currency in which it takes something off, or null when it is a percentage
 * @param usesPerFamily or null when there is no end to them
 * @param courseIds empty when it is for all courses of its instructor
 */
public record VoucherTerms(
        UUID id,
        Discount discount,
        String currency,
        Integer usesPerFamily,
        Instant validFrom,
        Instant validUntil,
        List<UUID> courseIds) {

    /**
     * Lets pass what it is for, now.
     *
     * @throws Refusal 409 {@code voucher-not-for-this}, {@code voucher-not-yet-valid}, {@code voucher-expired}
     */
    public void requireFor(UUID course, String paidIn, Instant now) {
        boolean ofCourse = courseIds.isEmpty() || courseIds.contains(course);
        if (!ofCourse || currency != null && !currency.equals(paidIn)) {
            throw new Refusal(409, "voucher-not-for-this", "This voucher is for something else.");
        }
        if (validFrom != null && now.isBefore(validFrom)) {
            throw new Refusal(409, "voucher-not-yet-valid", "This voucher is not valid yet.")
                    .with("validFrom", validFrom);
        }
        if (validUntil != null && !now.isBefore(validUntil)) {
            throw new Refusal(409, "voucher-expired", "This voucher is no longer valid.")
                    .with("validUntil", validUntil);
        }
    }

    /** Itself, about to be used. */
    public VoucherClaim claim() {
        return new VoucherClaim(id, discount);
    }
}
