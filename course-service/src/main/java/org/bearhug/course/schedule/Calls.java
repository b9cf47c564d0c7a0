package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.course.zoom.PlannedMeeting;
import org.bearhug.course.zoom.ZoomPlan;

/** What the schedule means for the calls of its sessions. */
@ApplicationScoped
class Calls {

    @Inject
    ZoomPlan zoom;

    @Inject
    Meetings meetings;

    /** Sets where the calls of these sessions are, in the running transaction. */
    void choose(TaughtCourse course, Collection<Session> sessions, CallChoice choice) {
        List<UUID> ids = sessions.stream().map(session -> session.id).toList();
        if (ids.isEmpty() || choice.kind() == null && !zoom.isOpenTo(course.instructorId())) {
            return;
        }
        if (choice.kind() == null || choice.kind() == MeetingKind.ZOOM) {
            zoom.want(course.instructorId(), plans(course, sessions));
        } else {
            zoom.drop(ids);
            meetings.put(ids, Optional.ofNullable(choice.link()));
        }
    }

    /** Carries a changed title, time or state into the meetings that Zoom makes. */
    void follow(TaughtCourse course, Collection<Session> changed) {
        if (!changed.isEmpty()) {
            zoom.follow(plans(course, changed));
        }
    }

    /** Zoom is to delete whatever meetings these sessions have, and what they were called is not kept. */
    void erase(TaughtCourse course, Collection<UUID> sessionIds) {
        zoom.erase(sessionIds, course.title());
    }

    private static List<PlannedMeeting> plans(TaughtCourse course, Collection<Session> sessions) {
        return sessions.stream()
                .map(session -> new PlannedMeeting(
                        session.id,
                        course.title(),
                        session.startsAt,
                        session.endsAt,
                        session.timeZone,
                        session.state == SessionState.SCHEDULED))
                .toList();
    }
}
