package org.bearhug.booking.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The join link of a place. */
@Path("/v1/places/{id}/join")
@Tag(name = "join")
class DoorResource {

    @Inject
    Door door;

    @Inject
    Caller caller;

    /** Asked for by name, so that whoever accepts any JSON is still led there by the redirection. */
    private static final String WAY = "application/vnd.bearhug.way+json";

    /** Where the call is, for a page that may not look into a redirection to another site. */
    record Way(URI location) {}

    @GET
    @RolesAllowed("carer")
    @Operation(
            operationId = "join",
            summary = "Go into the call",
            description = "Open from 15 minutes before the start until the end, as long as the place is held. Who "
                    + "accepts " + WAY + " gets the address as JSON, which a web page needs: browsers do not "
                    + "show pages where a redirection leads.")
    @APIResponse(
            responseCode = "200",
            description = "The call is there, for who accepts " + WAY,
            content = @Content(mediaType = WAY, schema = @Schema(name = "WayIntoCall", implementation = Way.class)))
    @APIResponse(responseCode = "303", description = "The call is there")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "too-early-to-join with opensAt, too-late-to-join, session-cancelled")
    @APIResponse(responseCode = "410", description = "place-released")
    @APIResponse(responseCode = "503", description = "zoom-unavailable, service-unavailable")
    public Response join(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        URI call = door.open(caller.accountId(), id);
        boolean asJson = accept != null && accept.contains(WAY);
        return (asJson ? Response.ok(new Way(call), WAY) : Response.seeOther(call))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
