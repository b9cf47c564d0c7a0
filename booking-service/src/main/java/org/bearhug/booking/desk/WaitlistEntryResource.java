package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One of a carer's own entries in a line. */
@Path("/v1/waitlist/{id}")
@Tag(name = "waitlist")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class WaitlistEntryResource {

    @Inject
    Leavers leavers;

    @Inject
    OwnWaits own;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "readWaitlistEntry", summary = "Where one stands in line, or what is offered")
    @APIResponse(responseCode = "200", description = "The entry")
    public WaitlistView read(@PathParam("id") UUID id) {
        return own.get(caller.accountId(), id);
    }

    @DELETE
    @RolesAllowed("carer")
    @Operation(operationId = "leaveWaitlist", summary = "Leave the line, whether something is offered or not")
    @APIResponse(responseCode = "204", description = "Out of line")
    public void leave(@PathParam("id") UUID id) {
        leavers.leave(caller.accountId(), id);
    }
}
