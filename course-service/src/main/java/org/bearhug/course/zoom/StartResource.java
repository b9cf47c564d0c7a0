package org.bearhug.course.zoom;

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

/** The instructor's own way into the call. */
@Path("/v1/sessions/{id}/start")
@Tag(name = "zoom")
class StartResource {

    @Inject
    Starting starting;

    @Inject
    Caller caller;

    /** Asked for by name, so that whoever accepts any JSON is still led there by the redirection. */
    private static final String WAY = "application/vnd.bearhug.way+json";

    /** Where the call is, for a page that may not look into a redirection to another site. */
    record Way(URI location) {}

    @GET
    @RolesAllowed("instructor")
    @Operation(
            operationId = "startSession",
            summary = "Start the call as its host",
            description =
                    "Zoom's address for the host is fetched at this moment and kept nowhere. Where the instructor "
                            + "gave a call link, it leads there. Who accepts " + WAY + " gets it as JSON.")
    @APIResponse(
            responseCode = "200",
            description = "The call is there, for who accepts " + WAY,
            content = @Content(mediaType = WAY, schema = @Schema(name = "WayIntoCall", implementation = Way.class)))
    @APIResponse(responseCode = "303", description = "The call is there")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "no-meeting")
    @APIResponse(responseCode = "503", description = "zoom-unavailable, service-unavailable")
    public Response start(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        URI call = starting.addressOf(caller.accountId(), id);
        boolean asJson = accept != null && accept.contains(WAY);
        return (asJson ? Response.ok(new Way(call), WAY) : Response.seeOther(call))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
