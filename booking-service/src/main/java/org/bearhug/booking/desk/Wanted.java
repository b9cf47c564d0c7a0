package org.bearhug.booking.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A block as a whole or one session, for one or several of one's children.
 *
 * @param amount what the carer pays for all where one pays what one can, in minor units; else null
 * @param voucher its code, or null
 */
record Wanted(
        UUID blockId,
        UUID sessionId,
        @NotNull @Size(min = 1, max = 6) @UniqueElements List<@NotNull UUID> childIds,
        @Min(0) @Max(Wanted.MOST) Long amount,
        @Size(min = 1, max = 30) String voucher) {

    /** What nobody pays by mistake. */
    static final long MOST = 100_000_000;

    Wanted(UUID blockId, UUID sessionId, List<UUID> childIds) {
        this(blockId, sessionId, childIds, null, null);
    }

    /** The block or the session. */
    UUID subject() {
        return blockId == null ? sessionId : blockId;
    }

    /**
     * Itself, when it says what it is about.
     *
     * @throws Refusal 400
     */
    Wanted checked() {
        if ((blockId == null) == (sessionId == null)) {
            throw Refusal.invalid("Say either blockId or sessionId.");
        }
        return this;
    }
}
