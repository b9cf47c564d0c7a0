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
import java.util.function.Supplier;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Caller;
import org.bearhug.reads.Reading;
import org.bearhug.reads.ReadyAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One block. Another instructor's answers as if it were not there, unless it is published. */
@Path("/v1/blocks/{id}")
@Tag(name = "blocks")
class BlocksResource {

    @Inject
    Blocks blocks;

    @Inject
    Timetable timetable;

    @Inject
    ReadyAnswers answers;

    @Inject
    Caller caller;

    @GET
    @PermitAll
    @Operation(operationId = "readBlock", summary = "A published block, or one's own draft, with its sessions")
    @APIResponse(responseCode = "200", description = "The block, with its ETag")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "404", description = "not-found")
    public RestResponse<BlockView> read(@PathParam("id") UUID id) {
        Viewer viewer = Viewer.of(caller);
        Supplier<Reading<BlockView>> read = () -> timetable.block(id, viewer);
        return viewer.seesWhatAllSee() ? answers.toAll(read) : answers.toOne(read);
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
        return blocks.change(caller.accountId(), id, ifMatch, change).ok();
    }
}
