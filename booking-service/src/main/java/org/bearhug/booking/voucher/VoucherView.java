package org.bearhug.booking.voucher;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * A voucher as its instructor sees it.
 *
 * @param used how often it is, counting holds that have not been tidied away yet
 * @param courseIds none for all of the instructor's courses
 */
record VoucherView(
        UUID id,
        String code,
        Integer percent,
        Money amount,
        Integer uses,
        Integer usesPerFamily,
        int used,
        Instant validFrom,
        Instant validUntil,
        List<UUID> courseIds,
        Instant madeAt) {

    static VoucherView of(Voucher voucher) {
        return new VoucherView(
                voucher.id,
                voucher.code,
                voucher.percent,
                voucher.amount == null ? null : new Money(voucher.amount, voucher.currency),
                voucher.uses,
                voucher.usesPerFamily,
                voucher.used,
                voucher.validFrom,
                voucher.validUntil,
                List.of(voucher.courseIds),
                voucher.madeAt);
    }
}
