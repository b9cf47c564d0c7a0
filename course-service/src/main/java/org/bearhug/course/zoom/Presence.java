package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** One joining and leaving, as far as it is known. */
record Presence(UUID sessionId, String run, String userId, String registrantId, Instant joinedAt, Instant leftAt) {

    /** As the database keeps ids; what is longer is none of Zoom's. */
    static final int LONGEST = 100;

    /** As Zoom tells of it, in a message or in a list. */
    static Presence of(UUID session, String run, JsonNode participant) {
        return new Presence(
                session,
                run,
                participant.path("user_id").asText(),
                participant.path("registrant_id").asText(),
                NewsWork.instant(participant, "join_time").orElse(null),
                NewsWork.instant(participant, "leave_time").orElse(null));
    }

    /** Without a registrant nobody knows whose presence it is. */
    boolean isOfUse() {
        return !registrantId.isEmpty()
                && !userId.isEmpty()
                && registrantId.length() <= LONGEST
                && userId.length() <= LONGEST
                && run.length() <= LONGEST
                && (joinedAt != null || leftAt != null);
    }
}
