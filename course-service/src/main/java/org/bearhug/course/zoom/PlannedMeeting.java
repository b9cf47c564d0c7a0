package org.bearhug.course.zoom;

import java.time.Instant;
import java.util.UUID;

/**
 * What the schedule says of a session's meeting.
 *
 * @param takesPlace false when it is cancelled
 */
public record PlannedMeeting(
        UUID sessionId, String topic, Instant startsAt, Instant endsAt, String timeZone, boolean takesPlace) {

    boolean overlaps(Instant from, Instant until) {
        return startsAt.isBefore(until) && from.isBefore(endsAt);
    }

    /** Whether nothing of what is known of it is to be changed. */
    boolean isAs(ZoomMeeting meeting) {
        return meeting.topic.equals(topic)
                && meeting.startsAt.equals(startsAt)
                && meeting.endsAt.equals(endsAt)
                && meeting.timeZone.equals(timeZone);
    }
}
