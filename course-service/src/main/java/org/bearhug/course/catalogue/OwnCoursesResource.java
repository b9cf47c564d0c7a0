package org.bearhug.course.catalogue;

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

/** An instructor's own courses. */
@Path("/v1/me/courses")
@Tag(name = "catalogue")
class OwnCoursesResource {

    @Inject
    Catalogue catalogue;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(operationId = "listMyCourses", summary = "One's own courses, drafts too")
    @APIResponse(responseCode = "200", description = "A page of courses, the newest first")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<CourseCard> mine(
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return catalogue.of(caller.accountId(), cursor, limit);
    }
}
