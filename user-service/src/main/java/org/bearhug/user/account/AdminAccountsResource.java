package org.bearhug.user.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts of all, for admins. */
@Path("/v1/admin/accounts")
@Tag(name = "admin")
class AdminAccountsResource {

    @Inject
    Administration administration;

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
}
