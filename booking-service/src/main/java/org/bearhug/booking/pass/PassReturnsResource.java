package org.bearhug.booking.pass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** Giving back a pass that is not in use. */
@Path("/v1/passes/{id}/return")
@Tag(name = "passes")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class PassReturnsResource {

    @Inject
    PassReturns returns;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "readPassReturn", summary = "What would come back if the pass were given back now")
    @APIResponse(responseCode = "200", description = "What comes back, and until when it would")
    @APIResponse(responseCode = "409", description = "pass-in-use, too-late-to-return")
    public PassReturns.Preview previewReturn(@PathParam("id") UUID id) {
        return returns.preview(caller.accountId(), id);
    }

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "returnPass",
            summary = "Give back a pass that is not in use",
            description =
                    "For some days after it was bought, or as long as it is not paid. Doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The pass; what its balance is below nothing is paid back",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PassView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: the Idempotency-Key")
    @APIResponse(responseCode = "409", description = "pass-in-use, too-late-to-return, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response giveBack(@PathParam("id") UUID id) {
        UUID carer = caller.accountId();
        return idempotency.once(
                id, () -> Response.ok(returns.giveBack(carer, id)).build());
    }
}
