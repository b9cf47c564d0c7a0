package org.bearhug.course.meeting;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The sealed link of one session. The row stays when the link is taken away, so that its version goes on growing. */
@Entity
class Meeting extends PanacheEntityBase {

    @Id
    UUID sessionId;

    String sealedLink;

    long version;

    static Meeting of(UUID sessionId) {
        Meeting meeting = new Meeting();
        meeting.sessionId = sessionId;
        return meeting;
    }

    MeetingState state() {
        return sealedLink == null ? MeetingState.NONE : MeetingState.READY;
    }
}
