package org.bearhug.course.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opening a block for booking and closing it. Either may be said again; it changes nothing then. */
@Path("/v1/blocks/{id}")
@Tag(name = "blocks")
class BlockPublicationResource {

    @Inject
    BlockPublication publication;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/publish")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(operationId = "publishBlock", summary = "Open a block for booking; its course is published before")
    @APIResponse(
            responseCode = "200",
            description = "The block, with its ETag",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden, instructor-not-approved")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "course-not-published, block-begun, block-archived, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response publish(@PathParam("id") UUID id) {
        return idempotency.once(
                id, () -> publication.publish(caller.accountId(), id).ok());
    }

    @POST
    @Path("/archive")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "archiveBlock",
            summary = "Stop selling a block",
            description = "Neither the block nor single sessions of it are sold any more; what was booked takes place.")
    @APIResponse(
            responseCode = "200",
            description = "The block, with its ETag",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response archive(@PathParam("id") UUID id) {
        return idempotency.once(
                id, () -> publication.archive(caller.accountId(), id).ok());
    }
}
