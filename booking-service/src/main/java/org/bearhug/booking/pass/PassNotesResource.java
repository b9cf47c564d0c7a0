package org.bearhug.booking.pass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

/** What the instructor who sold a pass notes: that it was paid by hand, or paid back. */
@Path("/v1/passes/{id}")
@Tag(name = "passes")
@APIResponse(responseCode = "400", description = "invalid-request: the Idempotency-Key")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found, also for a pass of another instructor")
@APIResponse(responseCode = "422", description = "idempotency-key-reused")
class PassNotesResource {

    @Inject
    PassSales sales;

    @Inject
    PassReturns returns;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/paid")
    @RolesAllowed("instructor")
    @Operation(operationId = "markPassPaid", summary = "Note that one was paid what is owed for a pass")
    @APIResponse(
            responseCode = "200",
            description = "The pass, which can be used now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PassView.class)))
    @APIResponse(responseCode = "409", description = "nothing-owed, idempotency-key-in-use")
    public Response paid(@PathParam("id") UUID id) {
        UUID instructor = caller.accountId();
        return idempotency.once(
                id, () -> Response.ok(sales.paid(instructor, id)).build());
    }

    @POST
    @Path("/paid-back")
    @RolesAllowed("instructor")
    @Operation(operationId = "markPassPaidBack", summary = "Note that one has paid back what was paid for a pass")
    @APIResponse(
            responseCode = "200",
            description = "The pass, for which nothing is owed",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PassView.class)))
    @APIResponse(responseCode = "409", description = "nothing-to-pay-back, idempotency-key-in-use")
    public Response paidBack(@PathParam("id") UUID id) {
        UUID instructor = caller.accountId();
        return idempotency.once(
                id, () -> Response.ok(returns.paidBack(instructor, id)).build());
    }
}
