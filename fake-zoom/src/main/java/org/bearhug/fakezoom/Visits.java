package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in a call by having opened its page. It is told as Zoom tells it, to nobody when nobody wants to know. */
final class Visits {

    private record Visit(long meeting, ObjectNode participant) {}

    private final MeetingBook book;
    private final Webhooks webhooks;
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();

    Visits(MeetingBook book, Webhooks webhooks) {
        this.book = book;
        this.webhooks = webhooks;
    }

    /** Somebody comes in; the answer is what they are known by until they leave. */
    String comes(Meeting meeting, String registrant) {
        String user = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 36);
        ObjectNode participant = Call.JSON
                .createObjectNode()
                .put("user_id", user)
                .put("registrant_id", registrant)
                .put("join_time", book.now().toString());
        visits.put(user, new Visit(meeting.id, participant));
        tell("meeting.started", meeting.id, null);
        tell("meeting.participant_joined", meeting.id, participant);
        return user;
    }

    void leaves(String user) {
        Optional.ofNullable(visits.remove(user)).ifPresent(visit -> {
            ObjectNode participant =
                    visit.participant().deepCopy().put("leave_time", book.now().toString());
            tell("meeting.participant_left", visit.meeting(), participant);
        });
    }

    /** What is not heard is not told again, and spoils nobody's class. */
    private void tell(String event, long meeting, ObjectNode participant) {
        ObjectNode wish = Call.JSON.createObjectNode().put("event", event).put("id", meeting);
        wish.put("silent", webhooks.areSilent());
        if (participant != null) {
            wish.set("participant", participant);
        }
        try {
            webhooks.event(wish);
        } catch (UncheckedIOException away) {
            book.log().noteUnheard(event);
        }
    }
}
