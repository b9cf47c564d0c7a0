package org.bearhug.course.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.reads.Reading;
import org.bearhug.reads.ReadyAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The blocks of a course. */
@Path("/v1/courses/{id}/blocks")
@Tag(name = "blocks")
class CourseBlocksResource {

    @Inject
    Blocks blocks;

    @Inject
    Timetable timetable;

    @Inject
    Idempotency idempotency;

    @Inject
    ReadyAnswers answers;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "createBlock",
            summary = "Unfold a block into dated sessions; it is a draft until it is published",
            description = "Each session starts at the same wall time of the zone, on whichever side of a clock change. "
                    + "A date that is skipped does not shorten the block. A time that the clocks skip or double is "
                    + "moved behind the gap or taken the first time, and the session says so in clockChange.")
    @APIResponse(
            responseCode = "201",
            description = "The block with its sessions, and its ETag",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "course-archived, too-many-blocks, zoom-not-connected, zoom-host-busy, zoom-daily-limit, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response create(@PathParam("id") UUID courseId, @NotNull @Valid NewBlock wish) {
        return idempotency.once(wish, () -> {
            Versioned<BlockView> made = blocks.create(caller.accountId(), courseId, wish);
            return made.with(Response.created(
                            URI.create("/v1/blocks/" + made.view().id())))
                    .build();
        });
    }

    @GET
    @PermitAll
    @Operation(operationId = "listBlocks", summary = "The blocks of a course; drafts only of one's own")
    @APIResponse(responseCode = "200", description = "A page of blocks, in the order they were made")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "not-found")
    public RestResponse<Page<BlockView>> list(
            @PathParam("id") UUID courseId,
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        Viewer viewer = Viewer.of(caller);
        Supplier<Reading<Page<BlockView>>> read = () -> timetable.blocks(courseId, viewer, cursor, limit);
        return viewer.seesWhatAllSee() ? answers.toAll(read) : answers.toOne(read);
    }
}
