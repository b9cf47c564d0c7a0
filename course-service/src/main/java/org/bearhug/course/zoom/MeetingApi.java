package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.zoom.ZoomPlanLevel.Weight;

/** Zoom's meetings: one of type 2 for each session, with a start in UTC, since Zoom does not heed offsets. */
@ApplicationScoped
class MeetingApi {

    private static final int SCHEDULED = 2;

    @Inject
    ZoomCalls calls;

    @Inject
    ZoomLists lists;

    @Inject
    ZoomSettings settings;

    /** What is said of a meeting, and compared before it is said again. */
    record Content(String topic, Instant start, int minutes, String timeZone) {

        /** A text that is the same exactly when Zoom need not be told anything. */
        String fingerprint() {
            return start + " " + minutes + " " + timeZone + " " + topic;
        }
    }

    KnownMeeting create(UUID connection, String host, UUID session, Content content) {
        ObjectNode body = body(content);
        body.put("type", SCHEDULED)
                .put("agenda", Marker.of(settings.publicUrl, session))
                .put("default_password", true);
        body.putObject("settings")
                .put("approval_type", 0)
                .put("registrants_email_notification", false)
                .put("registrants_confirmation_email", false)
                .put("waiting_room", true)
                .put("use_pmi", false)
                .put("meeting_authentication", false)
                .put("show_share_button", false)
                .put("allow_multiple_devices", false);
        KnownMeeting made = KnownMeeting.of(calls.make(connection, Weight.MEDIUM, "POST", ofHost(host), body));
        if (made.id() == 0 || made.joinUrl().isEmpty()) {
            throw ZoomFailure.unsure("a meeting without an id or a link");
        }
        return made;
    }

    void update(UUID connection, long id, Content content) {
        calls.make(connection, Weight.LIGHT, "PATCH", "/meetings/" + id, body(content));
    }

    private static ObjectNode body(Content content) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", content.topic())
                .put("start_time", content.start().toString())
                .put("duration", content.minutes())
                .put("timezone", content.timeZone());
    }

    /** One that is gone already is as it should be. */
    void delete(UUID connection, long id) {
        try {
            calls.make(connection, Weight.LIGHT, "DELETE", "/meetings/" + id, null);
        } catch (ZoomFailure failure) {
            if (failure.kind() != ZoomFailure.Kind.GONE) {
                throw failure;
            }
        }
    }

    /** With the host's own way in, which is good for two hours and is kept nowhere. */
    JsonNode read(UUID connection, long id) {
        return calls.make(connection, Weight.LIGHT, "GET", "/meetings/" + id, null);
    }

    /** All of a host that are not over. */
    List<KnownMeeting> scheduled(UUID connection, String host) {
        return lists.all(connection, ofHost(host) + "?type=scheduled", "meetings").stream()
                .map(KnownMeeting::of)
                .toList();
    }

    private static String ofHost(String host) {
        return "/users/" + TokenEndpoint.encoded(host) + "/meetings";
    }
}
