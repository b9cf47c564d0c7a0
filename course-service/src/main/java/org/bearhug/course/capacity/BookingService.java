package org.bearhug.course.capacity;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
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

    /** All of them or none. */
    record Capacities(List<IntendedCapacity> items) {}
}
