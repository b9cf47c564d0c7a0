package org.bearhug.course.capacity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The only authority on seats, called as a client of user-service. */
@RegisterRestClient(configKey = "booking-service")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
interface BookingService {

    /** Answers 204 and keeps to these capacities for one minute, or 409 when more seats are taken. */
    @PUT
    @Path("/v1/capacities")
    void keepTo(Capacities capacities);

    /** The seats of a session; without items when it is not known there. */
    @GET
    @Path("/v1/availability")
    Availability availability(@QueryParam("session") UUID session);

    /** What of the answer is looked at. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Availability(List<Seats> items) {}

    /** As many as it shall have, and as many as can still be booked. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Seats(int capacity, int seatsLeft) {}

    /** All of them or none. */
    record Capacities(List<IntendedCapacity> items) {}
}
