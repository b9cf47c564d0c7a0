package org.bearhug.booking.announcement;

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

/** What an instructor wrote to groups. */
@Path("/v1/announcements")
@Tag(name = "announcements")
class AnnouncementsResource {

    @Inject
    Announcements announcements;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("instructor")
    @Operation(
            operationId = "listAnnouncements",
            summary = "What one wrote to groups, the newest first",
            description = "With group, to the session, block or course of this id alone.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<AnnouncementView> list(
            @QueryParam("group") UUID group,
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return announcements.page(caller.accountId(), group, Page.Cursor.below(cursor), limit);
    }
}
