package org.bearhug.course.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.kit.Refusal;

/** A block with its sessions, which nobody else changes until the transaction ends, nor their course. */
record LockedBlock(TaughtCourse course, Block block, List<Session> sessions) {

    List<UUID> sessionIds() {
        return sessions.stream()
                .sorted(Comparator.comparing(session -> session.startsAt))
                .map(session -> session.id)
                .toList();
    }

    Session session(UUID id) {
        return sessions.stream()
                .filter(session -> session.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Session> toCome(Instant now) {
        return sessions.stream().filter(session -> session.isToCome(now)).toList();
    }

    /** Which of these sessions would have fewer seats than they are sold with; drafts are not sold. */
    List<IntendedCapacity> lowered(List<Session> changed, Integer capacity) {
        return changed.stream()
                .filter(session -> block.isPublic() && capacity != null && capacity < session.capacity)
                .map(session -> new IntendedCapacity(session.id, capacity))
                .toList();
    }

    void requireFree(Session moved) {
        boolean taken = sessions.stream()
                .anyMatch(other -> other != moved
                        && other.state == SessionState.SCHEDULED
                        && other.localStart.equals(moved.localStart));
        if (taken) {
            throw new Refusal(409, "session-time-taken", "This block has another session at that time.");
        }
    }
}
