package org.bearhug.course.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calling a whole block off. */
@Path("/v1/blocks/{id}")
@Tag(name = "blocks")
class BlockCancelResource {

    @Inject
    BlockPublication publication;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON) // what a request without a body and its type counts as
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "cancelBlock",
            summary = "Cancel all sessions of a block that are not over, for good",
            description =
                    "In one step: whoever booked it gets everything back for them and is told once. The block is archived;"
                            + " it stays visible. Said again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The block with its cancelled sessions, and its ETag",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "block-over, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response cancel(
            @PathParam("id") UUID id,
            @RequestBody(required = false) @Valid SessionCancelResource.Cancellation cancellation) {
        String reason = cancellation == null ? null : cancellation.reason();
        return idempotency.once(
                new SessionCancelResource.Cancellation(reason),
                () -> publication.cancel(caller.accountId(), id, reason).ok());
    }
}
