package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** Closes the private ways in of places that booking-service says were released: here at once, at Zoom as soon as possible. */
@ApplicationScoped
class ReleasedPlaces implements FeedConsumer.Handler {

    @Inject
    Meetings meetings;

    @Inject
    RegistrantApi api;

    @Override
    public String feed() {
        return "booking-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("place.released")) {
            release(UUID.fromString(event.data().path("sessionId").asText()), UUID.fromString(event.subject()));
        }
    }

    /** In the running transaction; Zoom is told later. */
    private void release(UUID session, UUID place) {
        if (meetings.isZoom(session)) {
            WayIn way = WayIn.of(place, session);
            way.released = true;
            way.sealedLink = null;
        }
    }

    /** Takes one released place off its meeting's list; false when there is none. */
    boolean revokeOne(ZoomHost host) {
        Optional<WayIn> way = QuarkusTransaction.requiringNew().call(() -> WayIn.<WayIn>find(
                        "released and registrantId is not null and sessionId in"
                                + " (select m.sessionId from ZoomMeeting m where m.hostId = ?1)",
                        host.id)
                .firstResultOptional());
        way.ifPresent(released -> {
            api.unregister(host.connectionId, released.zoomId, released.registrantId);
            QuarkusTransaction.requiringNew()
                    .run(() -> WayIn.update(
                            "registrantId = null, zoomId = null where placeId = ?1 and registrantId = ?2",
                            released.placeId,
                            released.registrantId));
        });
        return way.isPresent();
    }
}
