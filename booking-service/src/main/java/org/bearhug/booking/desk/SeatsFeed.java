package org.bearhug.booking.desk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** Takes the capacities out of what course-service tells of its sessions. */
@ApplicationScoped
class SeatsFeed implements FeedConsumer.Handler {

    @Inject
    Capacities capacities;

    @Inject
    Closures closures;

    @Inject
    VoidHolds voidHolds;

    @Inject
    AfterCommit afterCommit;

    @Override
    public String feed() {
        return "course-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("session.changed")) {
            JsonNode session = event.data();
            String block = session.path("blockId").textValue();
            capacities.intend(
                    UUID.fromString(event.subject()),
                    block == null ? null : UUID.fromString(block),
                    session.get("capacity").asInt(),
                    event.version());
            if (session.path("state").asText().equals("CANCELLED")) {
                afterCommit.then(Closures.class, closures::close);
                afterCommit.then(VoidHolds.class, voidHolds::close);
            }
        }
    }
}
