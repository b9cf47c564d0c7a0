package org.bearhug.booking.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** Takes in what course-service has learned from Zoom: whole seconds in the call, joins already put together. */
@ApplicationScoped
class ObservedAttendance implements FeedConsumer.Handler {

    @Inject
    AttendanceBook book;

    @Override
    public String feed() {
        return "course-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("attendance.observed")) {
            book.observe(
                    UUID.fromString(event.data().get("sessionId").asText()),
                    UUID.fromString(event.subject()),
                    event.data().get("seconds").asLong(),
                    event.version());
        }
    }
}
