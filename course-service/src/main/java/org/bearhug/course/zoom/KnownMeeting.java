package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/** A meeting as Zoom has it. The join link is a secret. */
record KnownMeeting(long id, String agenda, MeetingApi.Content content, String joinUrl) {

    static KnownMeeting of(JsonNode json) {
        return new KnownMeeting(
                json.path("id").asLong(),
                json.path("agenda").asText(),
                new MeetingApi.Content(
                        json.path("topic").asText(),
                        start(json.path("start_time").asText()),
                        json.path("duration").asInt(),
                        json.path("timezone").asText()),
                json.path("join_url").asText());
    }

    /** One of another type has no start, and one made by hand may have any. */
    private static Instant start(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            return Instant.EPOCH;
        }
    }

    @Override
    public String toString() {
        return "KnownMeeting[" + id + "]";
    }
}
