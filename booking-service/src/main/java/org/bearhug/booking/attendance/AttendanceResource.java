package org.bearhug.booking.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a child came, for its instructor. */
@Path("/v1/places/{id}/attendance")
@Tag(name = "attendance")
class AttendanceResource {

    @Inject
    TickList list;

    @Inject
    Caller caller;

    record Mark(@NotNull Attended mark) {}

    @PUT
    @RolesAllowed("instructor")
    @Operation(
            operationId = "markPlace",
            summary = "Say whether a child came to one's session",
            description = "Once it has started. UNKNOWN takes a mark back, and what Zoom has seen counts again. An"
                    + " If-Match is honoured and not demanded: nobody else marks.")
    @APIResponse(
            responseCode = "200",
            description = "What is known now, and the version of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Attendance.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also for a place in another instructor's session")
    @APIResponse(responseCode = "409", description = "session-not-started with startsAt, session-cancelled")
    @APIResponse(responseCode = "410", description = "place-released")
    @APIResponse(responseCode = "412", description = "version-conflict")
    public Response mark(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid Mark wish) {
        Attendance now = list.mark(caller.accountId(), id, wish.mark(), ifMatch);
        return Response.ok(now).tag(Versions.tag(now.version())).build();
    }
}
