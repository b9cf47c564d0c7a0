package org.bearhug.booking.door;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The owner of the calls, called as a client of user-service. */
@RegisterRestClient(configKey = "course-service")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
interface CourseService {

    /** Answers with a way in for this place alone, or without a link where there is none. */
    @POST
    @Path("/v1/sessions/{id}/ways-in")
    WayIn openWayIn(@PathParam("id") UUID sessionId, Wish wish);

    /**
     * Who stands at the door.
     *
     * @param displayName what the carer has chosen to be called, or null: nothing else of them is told
     */
    record Wish(UUID placeId, String displayName) {}

    /** @param sealedLink for {@code "way-in:" + placeId}, or absent */
    record WayIn(String sealedLink) {}
}
