package org.bearhug.user.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts of all, for admins. */
@Path("/v1/admin/accounts")
@Tag(name = "admin")
class AdminAccountsResource {

    @Inject
    Administration administration;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("admin")
    @Operation(operationId = "listAccounts", summary = "Accounts, of those whose address begins so")
    @APIResponse(responseCode = "200", description = "A page, the oldest first")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<AdminView> list(
            @QueryParam("email") @DefaultValue("") @Size(max = 254) String beginning,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID after = Page.Cursor.read(cursor, keys -> UUID.fromString(keys.get(0)));
        return administration.page(caller.accountId(), Email.normal(beginning), after, limit);
    }

    @POST
    @Path("/{id}/disable")
    @RolesAllowed("admin")
    @Operation(
            operationId = "disableAccount",
            summary = "Let nobody into an account",
            description =
                    "Log-ins end at once, neither the person nor their API clients get new tokens; those they have"
                            + " end within 15 minutes.")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdminView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "own-account, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response disable(@PathParam("id") UUID id) {
        return idempotency.once(id, () -> Response.ok(administration.disable(caller.accountId(), id))
                .build());
    }

    @POST
    @Path("/{id}/enable")
    @RolesAllowed("admin")
    @Operation(operationId = "enableAccount", summary = "Let people into an account again")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdminView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response enable(@PathParam("id") UUID id) {
        return idempotency.once(id, () -> Response.ok(administration.enable(caller.accountId(), id))
                .build());
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed("admin")
    @Operation(operationId = "approveInstructor", summary = "Let an instructor publish")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdminView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "not-an-instructor, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response approve(@PathParam("id") UUID id) {
        return idempotency.once(id, () -> Response.ok(administration.approve(caller.accountId(), id))
                .build());
    }
}
