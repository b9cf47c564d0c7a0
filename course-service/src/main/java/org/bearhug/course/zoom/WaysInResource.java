package org.bearhug.course.zoom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Private ways into a call, for booking-service, which knows who may go in. */
@Path("/v1/sessions/{id}/ways-in")
@Tag(name = "zoom")
class WaysInResource {

    @Inject
    WaysIn ways;

    /**
     * Who stands at the door.
     *
     * @param displayName what the carer wants to be called in the call; nothing else of them goes to Zoom
     */
    record Wish(@NotNull UUID placeId, @Size(min = 1, max = 60) String displayName) {}

    /** @param sealedLink for {@code "way-in:" + placeId}; absent when the session's shared link is to be used */
    record WayIn(String sealedLink) {}

    @POST
    @RolesAllowed("meetings:join")
    @Operation(
            operationId = "openWayIn",
            summary = "A way into the call for one place alone; the same one when asked again",
            description = "For booking-service. Where Zoom's plan has none, the answer has no link.")
    @APIResponse(responseCode = "200", description = "The sealed link, or none")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "410", description = "place-released")
    @APIResponse(responseCode = "503", description = "zoom-unavailable, service-unavailable")
    public WayIn open(@PathParam("id") UUID sessionId, @NotNull @Valid Wish wish) {
        return new WayIn(
                ways.open(sessionId, wish.placeId(), wish.displayName()).orElse(null));
    }
}
