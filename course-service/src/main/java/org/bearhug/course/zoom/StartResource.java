package org.bearhug.course.zoom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    @GET
    @RolesAllowed("instructor")
    @Operation(
            operationId = "startSession",
            summary = "Start the call as its host",
            description =
                    "Zoom's address for the host is fetched at this moment and kept nowhere. Where the instructor "
                            + "gave a call link, it leads there.")
    @APIResponse(responseCode = "303", description = "The call is there")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "no-meeting")
    @APIResponse(responseCode = "503", description = "zoom-unavailable, service-unavailable")
    public Response start(@PathParam("id") UUID id) {
        return Response.seeOther(starting.addressOf(caller.accountId(), id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
