package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.Child;

/**
 * Who is in line for a block or a session, as its instructor sees it.
 *
 * @param inLine how many families there are
 * @param items the first of them in the order of the line
 */
record LineView(int inLine, List<Family> items) {

    /**
     * A family in line.
     *
     * @param position as it is told to the family itself; absent while seats are offered to it
     * @param carerName absent when the carer is erased
     * @param blockIds what it waits for, the most wanted first; absent when it waits for a session
     * @param offeredUntil until when seats are kept for it
     */
    record Family(
            UUID id,
            WaitlistEntry.State state,
            Long position,
            String carerName,
            List<String> childNames,
            List<UUID> blockIds,
            UUID sessionId,
            Instant joinedAt,
            Instant offeredUntil) {

        static Family of(WaitlistEntry entry, Long position, String carerName, Map<UUID, Child> children) {
            boolean offered = entry.state == WaitlistEntry.State.OFFERED;
            return new Family(
                    entry.id,
                    entry.state,
                    position,
                    carerName,
                    names(entry, children),
                    entry.sessionId == null ? List.of(entry.blockIds) : null,
                    entry.sessionId,
                    entry.joinedAt,
                    offered ? entry.offerExpiresAt : null);
        }

        private static List<String> names(WaitlistEntry entry, Map<UUID, Child> children) {
            return Stream.of(entry.childIds)
                    .map(children::get)
                    .filter(Objects::nonNull)
                    .map(Child::name)
                    .toList();
        }
    }
}
