package org.bearhug.course.schedule;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.kit.Outbox;

/**
 * What the other services are told of a block.
 *
 * @param title its own, or else the course's
 * @param sessionIds all of them, in the order of their dates
 */
record BlockFact(
        UUID id,
        UUID courseId,
        UUID instructorId,
        String title,
        PublicationState state,
        List<UUID> sessionIds,
        Money blockPrice,
        CancellationPolicy cancellationPolicy,
        MakeUp makeUp,
        Pricing pricing,
        String timeZone) {

    static Outbox.Fact of(LockedBlock locked) {
        Block block = locked.block();
        BlockFact data = new BlockFact(
                block.id,
                block.courseId,
                locked.course().instructorId(),
                Objects.requireNonNullElse(block.title, locked.course().title()),
                block.state,
                locked.sessionIds(),
                block.price,
                block.cancellationPolicy,
                block.makeUp,
                block.pricing,
                block.timeZone);
        return new Outbox.Fact("block.changed", block.id, block.version, data);
    }
}
