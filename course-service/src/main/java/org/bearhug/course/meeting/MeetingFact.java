package org.bearhug.course.meeting;

import java.util.UUID;
import org.bearhug.kit.Outbox;

/**
 * What the other services are told of a session's meeting.
 *
 * @param privateWays whether course-service may be asked for a way in of one's own; else absent
 */
record MeetingFact(UUID sessionId, MeetingState state, String sealedLink, Boolean privateWays) {

    /** Others need to know whether there is a link, not what it waits for. */
    static Outbox.Fact of(Meeting meeting) {
        MeetingState told = meeting.sealedLink == null ? MeetingState.NONE : MeetingState.READY;
        return new Outbox.Fact(
                "meeting.changed",
                meeting.sessionId,
                meeting.version,
                new MeetingFact(meeting.sessionId, told, meeting.sealedLink, meeting.zoom ? true : null));
    }
}
