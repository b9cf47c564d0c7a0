package org.bearhug.course.meeting;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The sealed link of one session. The row stays when the link is taken away, so that its version goes on growing. */
@Entity
class Meeting extends PanacheEntityBase {

    @Id
    UUID sessionId;

    String sealedLink;

    boolean zoom;

    /** What a session without a link waits for; null when nothing is to come. */
    @Enumerated(EnumType.STRING)
    MeetingState waiting;

    long version;

    static Meeting of(UUID sessionId) {
        Meeting meeting = new Meeting();
        meeting.sessionId = sessionId;
        return meeting;
    }

    /** Locked in one order, since an instructor and the worker may write them at once. */
    static List<Meeting> locked(Collection<UUID> sessionIds) {
        return Meeting.<Meeting>find("sessionId in ?1 order by sessionId", sessionIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * Changes as a whole: whose affair it is, what it waits for, and the link there is.
     *
     * @param awaited null when nothing is to come
     * @param sealed null for none
     */
    void become(boolean ofZoom, MeetingState awaited, String sealed) {
        zoom = ofZoom;
        waiting = awaited;
        sealedLink = sealed;
    }

    MeetingState state() {
        return MeetingState.of(sealedLink != null, waiting);
    }
}
