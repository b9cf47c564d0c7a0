package org.bearhug.course.zoom;

import java.util.UUID;

/** A wish as it was when it was claimed. */
record Claim(
        UUID id,
        UUID sessionId,
        int hostId,
        UUID connection,
        String host,
        boolean wanted,
        MeetingApi.Content content,
        long wish,
        Long zoomId,
        String told,
        boolean asked,
        int attempts) {

    static Claim of(ZoomHost host, ZoomMeeting row) {
        return new Claim(
                row.claim,
                row.sessionId,
                row.hostId,
                host.connectionId,
                host.name,
                row.wanted,
                row.content(),
                row.wish,
                row.zoomId,
                row.told,
                row.asked,
                row.attempts);
    }
}
