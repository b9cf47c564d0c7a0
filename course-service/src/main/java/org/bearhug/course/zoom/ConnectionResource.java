package org.bearhug.course.zoom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An instructor's own Zoom account. */
@Path("/v1/me/zoom-connection")
@Tag(name = "zoom")
class ConnectionResource {

    @Inject
    Connecting connecting;

    @Inject
    Connections connections;

    @Inject
    ConnectionStanding standing;

    @Inject
    Caller caller;

    /** Where the instructor's browser has to go. */
    record Departure(URI authorizeUrl) {}

    @PUT
    @RolesAllowed("instructor")
    @Operation(
            operationId = "connectZoom",
            summary = "Begin to connect one's own Zoom account, or to connect it again",
            description =
                    "Let the same browser go to authorizeUrl within ten minutes. Zoom asks there, and sends it back "
                            + "to us; after that the state is CONNECTED.")
    @APIResponse(
            responseCode = "200",
            description = "Where the browser has to go, and a cookie by which it is known when it comes back",
            content = @Content(schema = @Schema(implementation = Departure.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "zoom-not-offered")
    public Response connect() {
        Connecting.Start start = connecting.start(caller.accountId());
        return Response.ok(new Departure(start.authorizeUrl()))
                .cookie(start.cookie())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @RolesAllowed("instructor")
    @Operation(
            operationId = "readZoomConnection",
            summary = "Whether Zoom makes one's meetings, what is left of today's number, and what is in the way")
    @APIResponse(responseCode = "200", description = "The connection; RECONNECT when Zoom does not let us in any more")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public ConnectionView read() {
        return standing.of(caller.accountId());
    }

    @DELETE
    @RolesAllowed("instructor")
    @Operation(operationId = "disconnectZoom", summary = "Forget one's own Zoom account, and tell Zoom so")
    @APIResponse(responseCode = "204", description = "It is forgotten, or was not known")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "zoom-in-use")
    public void disconnect() {
        connections.forget(caller.accountId());
    }
}
