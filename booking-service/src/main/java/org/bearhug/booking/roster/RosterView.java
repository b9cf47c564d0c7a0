package org.bearhug.booking.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.attendance.Attended;
import org.bearhug.booking.timetable.ScheduledSession;

/** Who comes to a session and who came, by the children's names. */
record RosterView(
        UUID sessionId,
        String title,
        Instant startsAt,
        LocalDateTime localStart,
        String timeZone,
        String state,
        int capacity,
        int taken,
        List<Line> items) {

    /**
     * One child.
     *
     * @param childName absent when the child is erased
     * @param ageWeeks completed weeks on the day of the session, absent when the child is erased
     * @param carerName absent when the carer is erased
     * @param mark the instructor's own word on whether the child came
     * @param observedSeconds how long Zoom has seen somebody in the call for this place, absent when it has not
     * @param attendance what counts of both
     */
    record Line(
            UUID placeId,
            UUID childId,
            String childName,
            Integer ageWeeks,
            String carerName,
            Attended mark,
            Long observedSeconds,
            Attended attendance) {}

    static RosterView of(ScheduledSession session, int capacity, List<Line> lines) {
        return new RosterView(
                session.id(),
                session.title(),
                session.startsAt(),
                session.localStart(),
                session.timeZone(),
                session.state(),
                capacity,
                lines.size(),
                lines);
    }
}
