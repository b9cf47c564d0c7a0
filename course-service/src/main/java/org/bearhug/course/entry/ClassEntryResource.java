package org.bearhug.course.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One dated class under an integration's own id. Each instructor's ids are a world of their own. */
@Path("/v1/class-entries")
@Tag(name = "class entries")
class ClassEntryResource {

    @Inject
    Entries entries;

    @Inject
    EntryCancellation cancellation;

    @Inject
    EntryList list;

    @Inject
    Caller caller;

    @GET
    @Path("/{externalId}")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(operationId = "readClassEntry", summary = "One entry as it is now, also when it was changed by hand")
    @APIResponse(
            responseCode = "200",
            description = "The entry, with its ETag",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("externalId") String externalId) {
        return list.read(caller.accountId(), externalId).ok();
    }

    @PUT
    @Path("/{externalId}")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "putClassEntry",
            summary = "Make a class, or change it to what is said here",
            description =
                    "The class is a published block of one session. It can be sent as often as one likes: what is so "
                            + "already is left alone. If-Match may be sent, so as not to overwrite a change made by hand. "
                            + "Lowering the capacity asks booking-service first. The words of a course make it when its "
                            + "externalCourseId is new, and change nothing later.")
    @APIResponse(
            responseCode = "200",
            description = "changed or unchanged, with its ETag",
            content = @Content(schema = @Schema(implementation = WrittenEntry.class)))
    @APIResponse(
            responseCode = "201",
            description = "created, with its ETag",
            content = @Content(schema = @Schema(implementation = WrittenEntry.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "instructor-not-approved, forbidden")
    @APIResponse(responseCode = "404", description = "not-found: the course")
    @APIResponse(
            responseCode = "409",
            description = "course-not-published, course-archived, too-many-courses, too-many-blocks, "
                    + "entry-of-another-course, session-cancelled, session-begun, capacity-below-taken, pricing-conflict, "
                    + "zoom-not-connected, zoom-host-busy, zoom-daily-limit")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "503", description = "service-unavailable")
    public Response put(
            @PathParam("externalId") @ExternalId String externalId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EntryWish wish) {
        WrittenEntry written = entries.put(caller.accountId(), externalId, ifMatch, wish);
        return Response.status(written.outcome() == Outcome.CREATED ? Response.Status.CREATED : Response.Status.OK)
                .entity(written)
                .tag(Versions.tag(written.version()))
                .build();
    }

    @DELETE
    @Path("/{externalId}")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "cancelClassEntry",
            summary = "Cancel a class for good",
            description =
                    "Who booked it is told, as when it is cancelled by hand; it stays visible. Said again, it changes "
                            + "nothing. Its id stays taken.")
    @APIResponse(
            responseCode = "200",
            description = "cancelled or unchanged, and how many places were booked",
            content = @Content(schema = @Schema(implementation = CancelledEntry.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "session-over")
    public CancelledEntry cancel(@PathParam("externalId") String externalId) {
        return cancellation.cancel(caller.accountId(), externalId);
    }
}
