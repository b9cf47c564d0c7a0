package org.bearhug.booking.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** What course-service tells of sessions goes on to their instructor's endpoints. Drafts are nobody's business yet. */
@ApplicationScoped
class SessionNews implements FeedConsumer.Handler {

    private static final String EVENT =
            """
            WITH event AS (
                SELECT 1 AS nth, CAST(:instructor AS uuid) AS instructor_id, CAST(:type AS text) AS type,
                       CAST(:at AS timestamptz) AS occurred_at,
                       jsonb_strip_nulls(jsonb_build_object('sessionId', CAST(:session AS uuid), 'blockId',
                           CAST(:block AS uuid), 'courseId', CAST(:course AS uuid), 'version', CAST(:version AS bigint))) AS data)""";

    @Inject
    Queue queue;

    @Inject
    Event<DeliveryQueued> queued;

    @Override
    public String feed() {
        return "course-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("session.changed")
                && event.data().path("published").asBoolean()
                && queue.lock()) {
            tell(event);
            queued.fire(new DeliveryQueued());
        }
    }

    private void tell(CloudEvent event) {
        JsonNode session = event.data();
        boolean cancelled = session.path("state").asText().equals("CANCELLED");
        queue.adding(EVENT, "SELECT count(*) FROM wanted", Long.class)
                .setParameter("instructor", id(session, "instructorId"))
                .setParameter("type", cancelled ? EventTypes.SESSION_CANCELLED : EventTypes.SESSION_CHANGED)
                .setParameter("at", event.time())
                .setParameter("session", UUID.fromString(event.subject()))
                .setParameter("block", id(session, "blockId"), UUID.class)
                .setParameter("course", id(session, "courseId"), UUID.class)
                .setParameter("version", event.version())
                .getSingleResult();
    }

    private static UUID id(JsonNode session, String field) {
        String id = session.path(field).textValue();
        return id == null ? null : UUID.fromString(id);
    }
}
