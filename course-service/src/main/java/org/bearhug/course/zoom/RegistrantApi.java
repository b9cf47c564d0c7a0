package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bearhug.course.zoom.ZoomPlanLevel.Weight;

/** Zoom's registrants: one for each place, with an address that reaches nobody and a name only if one was chosen. */
@ApplicationScoped
class RegistrantApi {

    private static final String NAMELESS = "Guest";
    private static final int NOT_REGISTERED = 3000;

    @Inject
    ZoomCalls calls;

    /** The join link is a secret. */
    record Registrant(String id, String joinUrl) {
        @Override
        public String toString() {
            return "Registrant[" + id + "]";
        }
    }

    /** Asked again for the same place, Zoom answers with the same registrant, since the address is the same. */
    Registrant register(UUID connection, long meeting, UUID place, String displayName) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("email", alias(place))
                .put("first_name", displayName == null ? NAMELESS : displayName)
                .put("auto_approve", true);
        JsonNode made = calls.make(connection, Weight.LIGHT, "POST", "/meetings/" + meeting + "/registrants", body);
        Registrant registrant = new Registrant(
                made.path("registrant_id").asText(), made.path("join_url").asText());
        if (registrant.id().isEmpty() || registrant.joinUrl().isEmpty()) {
            throw ZoomFailure.unsure("a registrant without an id or a link");
        }
        return registrant;
    }

    private static String alias(UUID place) {
        return "p-" + UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.US_ASCII))
                + "@guests.bearhug.invalid";
    }

    /** Whoever is not on the list is off it. */
    void unregister(UUID connection, long meeting, String registrant) {
        try {
            calls.make(
                    connection,
                    Weight.LIGHT,
                    "DELETE",
                    "/meetings/" + meeting + "/registrants/" + TokenEndpoint.encoded(registrant),
                    null);
        } catch (ZoomFailure failure) {
            if (failure.kind() != ZoomFailure.Kind.GONE && failure.code() != NOT_REGISTERED) {
                throw failure;
            }
        }
    }
}
