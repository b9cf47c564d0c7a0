package org.bearhug.booking.desk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.validator.constraints.UniqueElements;

/** A block as a whole or one session, for one or several of one's children. */
record Wanted(
        UUID blockId, UUID sessionId, @NotNull @Size(min = 1, max = 6) @UniqueElements List<@NotNull UUID> childIds) {

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
