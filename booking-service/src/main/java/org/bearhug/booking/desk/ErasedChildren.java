package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** A child that is erased comes to no more classes: it waits for none, and its seats to come are free. What was stays, without a name. */
@ApplicationScoped
class ErasedChildren implements FeedConsumer.Handler {

    @Inject
    Leavers leavers;

    @Inject
    Places places;

    @Inject
    Surrender surrender;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("child.erased")) {
            UUID child = UUID.fromString(event.subject());
            leavers.leaveWith(child);
            places.bookingsOf(child).forEach(id -> {
                Booking booking = Booking.locked(id);
                if (!booking.isOver()) {
                    surrender.of(booking, places.ofBookings(List.of(id)), Set.of(child), null);
                }
            });
        }
    }
}
