package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** Closes the private way in of a place that booking-service says was released. */
@ApplicationScoped
class ReleasedPlaces implements FeedConsumer.Handler {

    @Inject
    WaysIn ways;

    @Override
    public String feed() {
        return "booking-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("place.released")) {
            ways.release(UUID.fromString(event.data().path("sessionId").asText()), UUID.fromString(event.subject()));
        }
    }
}
