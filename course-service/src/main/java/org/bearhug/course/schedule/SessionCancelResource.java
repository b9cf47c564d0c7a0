package org.bearhug.course.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.course.course.Prose;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calling a session off. */
@Path("/v1/sessions/{id}")
@Tag(name = "sessions")
class SessionCancelResource {

    @Inject
    Sessions sessions;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    record Cancellation(@Prose @Size(max = 500) String reason) {}

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON) // what a request without a body and its type counts as
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "cancelSession",
            summary = "Cancel a session for good",
            description = "It stays visible, with the reason if one is given. Said again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled session, with its ETag",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "session-over, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response cancel(@PathParam("id") UUID id, @RequestBody(required = false) @Valid Cancellation cancellation) {
        String reason = cancellation == null ? null : cancellation.reason();
        return idempotency.once(new Cancellation(reason), () -> sessions.cancel(caller.accountId(), id, reason)
                .ok());
    }
}
