package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.instructor.Instructors;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions.Versioned;

/** Opening a block for booking, closing it and calling it off. */
@ApplicationScoped
class BlockPublication {

    @Inject
    Instructors instructors;

    @Inject
    Schedule schedule;

    @Inject
    Blocks blocks;

    @Inject
    Clock clock;

    @Transactional
    Versioned<BlockView> publish(UUID instructorId, UUID id) {
        instructors.requireApproved(instructorId);
        LockedBlock locked = schedule.lock(id, instructorId);
        if (!locked.block().isSold()) {
            requirePublishable(locked, clock.instant());
            locked.block().publish(clock.instant());
            schedule.tell(locked, locked.sessions());
        }
        return blocks.versioned(locked);
    }

    private static void requirePublishable(LockedBlock locked, Instant now) {
        if (locked.block().state == PublicationState.ARCHIVED) {
            throw new Refusal(409, "block-archived", "This block is archived.");
        }
        if (locked.course().state() != PublicationState.PUBLISHED) {
            throw new Refusal(409, "course-not-published", "Publish the course first.");
        }
        Optional<Session> first = locked.sessions().stream()
                .filter(session -> session.state == SessionState.SCHEDULED)
                .findFirst();
        if (first.isEmpty() || !first.get().isToCome(now)) {
            throw new Refusal(409, "block-begun", "The first session of this block lies in the past.");
        }
    }

    @Transactional
    Versioned<BlockView> archive(UUID instructorId, UUID id) {
        LockedBlock locked = schedule.lock(id, instructorId);
        if (locked.block().state != PublicationState.ARCHIVED) {
            locked.block().state = PublicationState.ARCHIVED;
            schedule.tell(locked, locked.sessions());
        }
        return blocks.versioned(locked);
    }

    /**
     * Cancels all sessions that are not over, and sells the block no more: the facts of all go out together, so that
     * booking-service gives everything back at once. A block cancelled already stays as it is.
     *
     * @throws Refusal 409 {@code block-over} when there is nothing to cancel, though it was not cancelled
     */
    @Transactional
    Versioned<BlockView> cancel(UUID instructorId, UUID id, String reason) {
        LockedBlock locked = schedule.lock(id, instructorId);
        List<Session> left = locked.sessions().stream()
                .filter(session -> session.state == SessionState.SCHEDULED
                        && clock.instant().isBefore(session.endsAt))
                .toList();
        boolean cancelledBefore =
                locked.sessions().stream().anyMatch(session -> session.state == SessionState.CANCELLED);
        if (left.isEmpty() && !cancelledBefore) {
            throw new Refusal(409, "block-over", "The last session of this block has taken place.");
        }
        if (!left.isEmpty()) {
            locked.block().state = PublicationState.ARCHIVED;
            left.forEach(session -> session.cancel(reason));
            schedule.tell(locked, locked.sessions());
        }
        return blocks.versioned(locked);
    }
}
