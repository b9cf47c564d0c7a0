package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bearhug.fakes.Hmac;

/** Tells what happens in meetings, signed as Zoom signs. */
final class Webhooks {

    /** In these Zoom writes the meeting's id as a text, in all others as a number. */
    private static final Set<String> ID_AS_TEXT =
            Set.of("meeting.started", "meeting.ended", "meeting.participant_joined", "meeting.participant_left");

    private final HttpClient client = HttpClient.newHttpClient();
    private final MeetingBook book;
    private volatile String address = "";
    private volatile String secret = "";

    Webhooks(MeetingBook book) {
        this.book = book;
    }

    void to(String where, String signedWith) {
        address = where;
        secret = signedWith;
    }

    /** Whether nobody wants to hear of anything. */
    boolean areSilent() {
        return address.isEmpty();
    }

    /** Sends this body and returns the status of the answer and its body. */
    Map<String, Object> send(String body) {
        String timestamp = String.valueOf(book.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/json")
                .header("x-zm-request-timestamp", timestamp)
                .header("x-zm-signature", "v0=" + Hmac.of(secret, "v0:" + timestamp + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return Map.of("status", answer.statusCode(), "body", answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets something happen in a meeting and tells it, unless {@code silent} is set. */
    Map<String, Object> event(JsonNode wish) {
        String event = wish.path("event").asText();
        Meeting meeting = book.get(wish.path("id").asLong(), 3001);
        ObjectNode object = meeting.listed();
        object.remove("join_url");
        if (ID_AS_TEXT.contains(event)) {
            object.put("id", String.valueOf(meeting.id));
        }
        if (wish.has("participant")) {
            ObjectNode participant = wish.path("participant").deepCopy();
            object.set("participant", participant);
            if (event.equals("meeting.participant_left")) {
                meeting.presences.add(participant);
            }
        }
        if (event.equals("meeting.deleted")) {
            book.remove(meeting.id);
        }
        ObjectNode body = Call.JSON.createObjectNode().put("event", event);
        body.put("event_ts", book.now().toEpochMilli());
        body.putObject("payload").put("account_id", "fake").set("object", object);
        return wish.path("silent").asBoolean() ? Map.of("status", 0) : send(body.toString());
    }
}
