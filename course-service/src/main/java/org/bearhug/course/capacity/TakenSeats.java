package org.bearhug.course.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * How many seats are taken, as booking-service tells everybody, without anything being agreed on. In the minute after it
 * agreed to a lower capacity it may tell more than there are.
 */
@ApplicationScoped
public class TakenSeats {

    private static final Logger LOG = Logger.getLogger(TakenSeats.class);

    @Inject
    @RestClient
    BookingService bookings;

    /** Of a session that is not cancelled; empty when booking-service cannot tell. */
    public OptionalInt of(UUID sessionId) {
        try {
            return OptionalInt.of(bookings.availability(sessionId).items().stream()
                    .mapToInt(seats -> seats.capacity() - seats.seatsLeft())
                    .sum());
        } catch (RuntimeException noAnswer) {
            LOG.warnf("booking-service cannot be asked for the seats of a session: %s", noAnswer);
            return OptionalInt.empty();
        }
    }

    /**
     * Says beforehand what {@link CapacityAgreement#ask} would, without binding booking-service.
     *
     * @throws Refusal as that
     */
    public void foresee(List<IntendedCapacity> capacities) {
        for (IntendedCapacity wish : capacities) {
            int taken = of(wish.sessionId()).orElseThrow(CapacityAgreement::away);
            if (taken > wish.capacity()) {
                throw CapacityAgreement.belowTaken(List.of(new Taken(wish.sessionId(), taken)));
            }
        }
    }

    private record Taken(UUID sessionId, int taken) {}
}
