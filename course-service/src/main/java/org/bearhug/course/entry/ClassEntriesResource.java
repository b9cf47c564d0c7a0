package org.bearhug.course.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dated classes under an integration's own ids, all together. */
@Path("/v1/class-entries")
@Tag(name = "class entries")
class ClassEntriesResource {

    @Inject
    EntryList list;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "listClassEntries",
            summary = "Entries in the order in which they were changed, by whomever",
            description =
                    "The last page says updatedUntil: send it as updatedSince next time, and no change is missed. "
                            + "An instant there is good for looking, but may miss what was just being written.")
    @APIResponse(responseCode = "200", description = "A page of entries, the longest unchanged first")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public EntryList.EntryPage list(
            @QueryParam("updatedSince") @Size(max = 500) String updatedSince,
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return list.page(caller.accountId(), ChangedSince.of(updatedSince), cursor, limit);
    }
}
