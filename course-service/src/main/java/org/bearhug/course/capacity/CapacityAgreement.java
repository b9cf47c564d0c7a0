package org.bearhug.course.capacity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Has booking-service agree to lower capacities. Asked before the transaction that lowers them, which has one minute to
 * commit; so long booking-service sells no seat above them.
 */
@ApplicationScoped
public class CapacityAgreement {

    private static final Logger LOG = Logger.getLogger(CapacityAgreement.class);

    private static final String CODE = "capacity-below-taken";

    @Inject
    ObjectMapper json;

    @Inject
    @RestClient
    BookingService bookings;

    /**
     * Returns the capacities when all of them are agreed to; without any, nobody is asked.
     *
     * @throws Refusal 409 {@code capacity-below-taken} with the sessions and what is taken of each; 503 when
     *     booking-service cannot be asked
     */
    public List<IntendedCapacity> ask(List<IntendedCapacity> capacities) {
        if (!capacities.isEmpty()) {
            try {
                bookings.keepTo(new BookingService.Capacities(capacities));
            } catch (WebApplicationException answer) {
                throw belowTaken(answer).orElseGet(() -> away(answer));
            } catch (RuntimeException noAnswer) {
                throw away(noAnswer);
            }
        }
        return capacities;
    }

    /**
     * Lets what was agreed to be done, in the transaction.
     *
     * @throws Refusal 412 when something else is to be lowered now, since it was changed meanwhile
     */
    public void requireAgreed(List<IntendedCapacity> lowered, List<IntendedCapacity> agreed) {
        if (!agreed.containsAll(lowered)) {
            throw new Refusal(412, "version-conflict", "It was changed meanwhile. Read it again.");
        }
    }

    private Optional<Refusal> belowTaken(WebApplicationException answer) {
        try {
            JsonNode problem = json.readTree(answer.getResponse().readEntity(String.class));
            return problem.path("code").asText().equals(CODE)
                    ? Optional.of(belowTaken(problem.path("sessions")))
                    : Optional.empty();
        } catch (JsonProcessingException somethingElse) {
            return Optional.empty();
        }
    }

    /** With the sessions and what is taken of each. */
    static Refusal belowTaken(Object sessions) {
        return new Refusal(409, CODE, "More seats than that are taken already.").with("sessions", sessions);
    }

    private static Refusal away(RuntimeException cause) {
        LOG.warnf("booking-service cannot be asked for a lower capacity: %s", cause);
        return away();
    }

    static Refusal away() {
        return Refusal.unavailable("Bookings are away, and only they know which seats are taken. Please try again.")
                .retryAfter(Duration.ofSeconds(5));
    }
}
