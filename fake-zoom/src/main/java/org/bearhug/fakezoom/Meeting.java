package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A meeting and who is registered for it. */
final class Meeting {

    final long id;
    final String host;
    final String address;
    final ObjectNode fields;
    final Instant createdAt;
    final Map<String, Registrant> registrants = new LinkedHashMap<>();
    final List<ObjectNode> presences = new ArrayList<>();

    /** Of its present or last run; each has one of its own, and this one begins with a slash, as some of Zoom's do. */
    String uuid = "/" + UUID.randomUUID();

    record Registrant(String id, String email, String name, String joinUrl) {}

    Meeting(long id, String host, String address, JsonNode fields, Instant createdAt) {
        this.id = id;
        this.host = host;
        this.address = address;
        this.fields = fields.deepCopy();
        this.createdAt = createdAt;
    }

    Instant start() {
        return Instant.parse(fields.path("start_time").asText());
    }

    String joinUrl() {
        return address + "/j/" + id + "?pwd=" + Integer.toHexString(Long.hashCode(id * 31));
    }

    /** Short, as in a list. */
    ObjectNode listed() {
        ObjectNode view = fields.deepCopy();
        view.remove("settings");
        String agenda = fields.path("agenda").asText();
        return view.put("agenda", agenda.substring(0, Math.min(250, agenda.length())))
                .put("id", id)
                .put("uuid", uuid)
                .put("host_id", host)
                .put("created_at", createdAt.toString())
                .put("join_url", joinUrl());
    }

    /** As a single one, with the host's own way in. */
    ObjectNode whole() {
        ObjectNode view = listed();
        view.setAll(fields);
        return view.put("start_url", address + "/s/" + id + "?zak=" + UUID.randomUUID())
                .put("host_email", host);
    }

    Registrant register(JsonNode wish) {
        return registrants.computeIfAbsent(wish.path("email").asText(), email -> {
            String key = UUID.randomUUID().toString().substring(0, 22);
            String name = (wish.path("first_name").asText() + " "
                            + wish.path("last_name").asText())
                    .strip();
            return new Registrant(key, email, name, address + "/j/" + id + "?tk=" + key);
        });
    }
}
