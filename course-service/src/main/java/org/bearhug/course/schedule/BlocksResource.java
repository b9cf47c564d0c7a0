package org.bearhug.course.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One block. Another instructor's answers as if it were not there, unless it is published. */
@Path("/v1/blocks/{id}")
@Tag(name = "blocks")
class BlocksResource {

    @Inject
    Blocks blocks;

    @Inject
    Timetable timetable;

    @Inject
    Caller caller;

    @GET
    @PermitAll
    @Operation(operationId = "readBlock", summary = "A published block, or one's own draft, with its sessions")
    @APIResponse(
            responseCode = "200",
            description = "The block, with its ETag",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        return timetable.block(id, Viewer.of(caller)).with(Response.ok()).build();
    }

    @PATCH
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "changeBlock",
            summary = "Change a block and those of its sessions that are still to come",
            description = "Lowering the capacity of a published block asks booking-service first.")
    @APIResponse(
            responseCode = "200",
            description = "The block as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "capacity-below-taken, zoom-not-connected, zoom-host-busy, zoom-daily-limit")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    @APIResponse(responseCode = "503", description = "service-unavailable")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid BlockChange change) {
        return blocks.change(caller.accountId(), id, ifMatch, change)
                .with(Response.ok())
                .build();
    }
}
