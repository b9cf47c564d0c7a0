package org.bearhug.booking.desk;

import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * What is about to become a booking: who books which sessions for whom and for how much.
 *
 * @param blockId when it is a block as a whole, else {@code sessionId} is set
 * @param price of all children together
 */
record Agreement(
        UUID carerId,
        UUID blockId,
        UUID sessionId,
        String title,
        List<UUID> sessionIds,
        List<UUID> childIds,
        Money price) {}
