package org.bearhug.booking.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of the money ledger, as it will always be.
 *
 * @param amount with its sign: positive makes what is owed more, negative makes it less
 * @param reason a kebab-case word, such as {@code cancelled}
 * @param reference by which whoever made the payment knows it; absent for others
 * @param by the account whose doing it was; absent for the service's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(UUID id, Kind kind, Money amount, String reason, String reference, UUID by, Instant at) {

    /** What a line says; the database holds each to its sign. */
    @Schema(name = "LedgerEntryKind")
    public enum Kind {
        /** To be paid for what was booked: positive. */
        CHARGE(1),
        /** Was paid: negative. */
        PAYMENT(-1),
        /** Was paid back: positive. */
        REFUND(1),
        /** Need not be paid, or is to be paid back, since it was given up or is forgiven: negative. */
        CREDIT(-1);

        final int sign;

        Kind(int sign) {
            this.sign = sign;
        }
    }

    static LedgerEntry of(Object[] row) {
        return new LedgerEntry(
                (UUID) row[0],
                Kind.valueOf((String) row[1]),
                new Money((Long) row[2], (String) row[3]),
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                (Instant) row[7]);
    }
}
