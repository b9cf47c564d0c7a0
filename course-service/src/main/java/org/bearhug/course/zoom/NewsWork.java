package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** What each message of Zoom's means for us. They come in any order, and some not at all. */
@ApplicationScoped
class NewsWork {

    @Inject
    Presences presences;

    @Inject
    Sweep sweep;

    @Inject
    Doubts doubts;

    @Inject
    Clock clock;

    /** In the running transaction; what concerns no meeting of ours, or is not understood, changes nothing. */
    void on(JsonNode message) {
        if (message.path("event").asText().equals("app_deauthorized")) {
            doubts.raise();
            return;
        }
        JsonNode object = message.path("payload").path("object");
        // A text in some messages, a number in others.
        Optional<ZoomMeeting> meeting = ZoomMeeting.find(
                        "zoomId = ?1 and wanted", object.path("id").asLong())
                .firstResultOptional();
        meeting.ifPresent(row -> on(message.path("event").asText(), row, object));
    }

    private void on(String event, ZoomMeeting meeting, JsonNode object) {
        String uuid = object.path("uuid").asText();
        switch (event) {
            case "meeting.started" -> presences.began(meeting.sessionId, uuid);
            case "meeting.ended" ->
                presences.ended(
                        meeting.sessionId, uuid, instant(object, "end_time").orElseGet(clock::instant));
            case "meeting.participant_joined", "meeting.participant_left" ->
                presences.note(Presence.of(meeting.sessionId, uuid, object.path("participant")));
            case "meeting.deleted", "meeting.permanently_deleted" -> lose(meeting);
            case "meeting.updated" -> ZoomHost.<ZoomHost>findById(meeting.hostId).sweepAt = clock.instant();
            default -> {
                // of no meaning for us
            }
        }
    }

    /** Ours to delete was unwanted before it was deleted; this one somebody else has deleted. */
    private void lose(ZoomMeeting meeting) {
        ZoomMeeting.getEntityManager().refresh(meeting, LockModeType.PESSIMISTIC_WRITE);
        if (meeting.wanted && meeting.zoomId != null && meeting.endsAt.isAfter(clock.instant())) {
            sweep.lose(meeting, clock.instant());
        }
    }

    static Optional<Instant> instant(JsonNode object, String field) {
        try {
            return Optional.of(Instant.parse(object.path(field).asText()));
        } catch (DateTimeException absent) {
            return Optional.empty();
        }
    }
}
