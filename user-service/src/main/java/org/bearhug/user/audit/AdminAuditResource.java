package org.bearhug.user.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading the audit trail of all. */
@Path("/v1/admin/audit")
@Tag(name = "admin")
class AdminAuditResource {

    @GET
    @RolesAllowed("admin")
    @Transactional
    @Operation(operationId = "listAudit", summary = "Who did what to whom, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<AuditView> all(
            @QueryParam("account") UUID account,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return AuditResource.page(AuditEntry.all(account, Page.Cursor.below(cursor), limit + 1), limit);
    }
}
