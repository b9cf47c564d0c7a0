package org.bearhug.user.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading one's own lines of the audit trail. */
@Path("/v1/me/audit")
@Tag(name = "audit")
class AuditResource {

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"carer", "instructor", "admin"})
    @Transactional
    @Operation(operationId = "listOwnAudit", summary = "What one did and what was done to one's account, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<AuditView> own(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return page(AuditEntry.about(caller.accountId(), Page.Cursor.below(cursor), limit + 1), limit);
    }

    static Page<AuditView> page(List<AuditEntry> fetched, int limit) {
        return Page.of(fetched, limit, entry -> Page.Cursor.after(entry.id), AuditView::of);
    }
}
