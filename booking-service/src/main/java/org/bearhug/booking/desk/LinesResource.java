package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Who is in line, for the instructor of the class. */
@Path("/v1")
@Tag(name = "waitlist")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class LinesResource {

    @Inject
    Lines lines;

    @Inject
    Caller caller;

    @GET
    @Path("/blocks/{id}/waitlist")
    @RolesAllowed("instructor")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "readBlockLine",
            summary = "Who waits for one's own block or a session of it, in the order of the line",
            description = "The first 100 families, and how many there are.")
    @APIResponse(responseCode = "200", description = "The line")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's block")
    public LineView ofBlock(@PathParam("id") UUID id) {
        return lines.ofBlock(caller.accountId(), id);
    }

    @GET
    @Path("/sessions/{id}/waitlist")
    @RolesAllowed("instructor")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "readSessionLine",
            summary = "Who waits for one's own session or its block, in the order of the line",
            description = "The first 100 families, and how many there are.")
    @APIResponse(responseCode = "200", description = "The line")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's session")
    public LineView ofSession(@PathParam("id") UUID id) {
        return lines.ofSession(caller.accountId(), id);
    }
}
