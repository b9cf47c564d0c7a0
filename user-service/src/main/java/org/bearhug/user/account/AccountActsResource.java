package org.bearhug.user.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an admin does to one account: each act is one of the rules, once for each key, and answers with the account. */
@Path("/v1/admin/accounts/{id}")
@Tag(name = "admin")
@APIResponse(
        responseCode = "200",
        description = "The account as it is now",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AdminView.class)))
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
@APIResponse(responseCode = "409", description = "idempotency-key-in-use")
@APIResponse(responseCode = "422", description = "idempotency-key-reused")
class AccountActsResource {

    @Inject
    Administration administration;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/disable")
    @RolesAllowed("admin")
    @Operation(
            operationId = "disableAccount",
            summary = "Let nobody into an account",
            description =
                    "Log-ins end at once, neither the person nor their API clients get new tokens; those they have"
                            + " end within 15 minutes.")
    @APIResponse(responseCode = "409", description = "own-account, idempotency-key-in-use")
    public Response disable(@PathParam("id") UUID id) {
        return act(id, administration::disable);
    }

    @POST
    @Path("/enable")
    @RolesAllowed("admin")
    @Operation(operationId = "enableAccount", summary = "Let people into an account again")
    public Response enable(@PathParam("id") UUID id) {
        return act(id, administration::enable);
    }

    @POST
    @Path("/approve")
    @RolesAllowed("admin")
    @Operation(operationId = "approveInstructor", summary = "Let an instructor publish")
    @APIResponse(responseCode = "409", description = "not-an-instructor, idempotency-key-in-use")
    public Response approve(@PathParam("id") UUID id) {
        return act(id, administration::approve);
    }

    private Response act(UUID id, BiFunction<UUID, UUID, AdminView> rule) {
        return idempotency.once(
                id, () -> Response.ok(rule.apply(caller.accountId(), id)).build());
    }
}
