package org.bearhug.course.zoom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How things stand between an instructor and Zoom.
 *
 * @param connectable whether an account of one's own can be connected here
 * @param hosts one's own, or the platform's, which all instructors share
 * @param problems of the nearest sessions whose meetings have to wait
 * @param missingScopes what the app has not been allowed and some calls need; empty as long as Zoom has not said
 */
record ConnectionView(
        State state, boolean connectable, List<Host> hosts, List<Problem> problems, List<String> missingScopes) {

    enum State {
        /** No Zoom: give a call link. */
        NONE,
        /** The platform's account makes the meetings. */
        PLATFORM,
        /** One's own account makes the meetings. */
        CONNECTED,
        /** One's own account does not let us in any more: connect it again. */
        RECONNECT
    }

    /** The creates and updates of a host today, in UTC. */
    record Host(int limit, int used, int waiting, int left, Instant resetsAt) {
        static Host of(Budget.Standing standing) {
            return new Host(
                    standing.limit(), standing.used(), standing.waiting(), standing.left(), standing.resetsAt());
        }
    }

    /**
     * What is in the way of a session's meeting.
     *
     * @param title the course's
     * @param code zoom-unavailable, zoom-daily-limit, zoom-not-connected or zoom-refused
     */
    record Problem(UUID sessionId, String title, Instant startsAt, String timeZone, String code) {}
}
