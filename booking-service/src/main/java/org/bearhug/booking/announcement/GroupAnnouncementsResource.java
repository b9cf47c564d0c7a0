package org.bearhug.booking.announcement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writing to all who booked a session, a block or a course. Letters cannot be taken back, so it needs a key. */
@Path("/v1")
@Tag(name = "announcements")
@APIResponse(
        responseCode = "201",
        description = "The letters are on their way",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AnnouncementView.class)))
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-missing")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "409", description = "nobody-booked, idempotency-key-in-use")
@APIResponse(responseCode = "422", description = "idempotency-key-reused")
@APIResponse(responseCode = "429", description = "too-many-announcements")
class GroupAnnouncementsResource {

    @Inject
    Announcements announcements;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** What is to be written, as plain text; an empty line begins a paragraph. */
    record Writing(
            @NotBlank @Pattern(regexp = "[^\\p{Cntrl}&&[^\\n]]*", message = "must hold no control characters") @Size(max = 4_000) String words) {

        Writing {
            words = words == null ? null : words.replace("\r\n", "\n").strip();
        }
    }

    @POST
    @Path("/sessions/{id}/announcements")
    @RolesAllowed("instructor")
    @Operation(operationId = "announceToSession", summary = "Write to all with a place in one of one's sessions")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's session")
    public Response toSession(@PathParam("id") UUID id, @NotNull @Valid Writing writing) {
        return write(Group.SESSION, id, writing);
    }

    @POST
    @Path("/blocks/{id}/announcements")
    @RolesAllowed("instructor")
    @Operation(operationId = "announceToBlock", summary = "Write to all with a place in one of one's blocks")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's block")
    public Response toBlock(@PathParam("id") UUID id, @NotNull @Valid Writing writing) {
        return write(Group.BLOCK, id, writing);
    }

    @POST
    @Path("/courses/{id}/announcements")
    @RolesAllowed("instructor")
    @Operation(
            operationId = "announceToCourse",
            summary = "Write to all with a place in one of one's courses",
            description = "In a session that is to come, or over for two weeks at most; so it is with a block.")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's course")
    public Response toCourse(@PathParam("id") UUID id, @NotNull @Valid Writing writing) {
        return write(Group.COURSE, id, writing);
    }

    private Response write(Group group, UUID id, Writing writing) {
        UUID instructor = caller.accountId();
        return idempotency.onceWithKey(writing, () -> Response.status(Response.Status.CREATED)
                .entity(announcements.write(instructor, group, id, writing.words()))
                .build());
    }
}
