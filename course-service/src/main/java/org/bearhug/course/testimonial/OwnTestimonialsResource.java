package org.bearhug.course.testimonial;

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

/** A carer's own testimonials, and what one could be written of. */
@Path("/v1/me/testimonials")
@Tag(name = "testimonials")
class OwnTestimonialsResource {

    @Inject
    TestimonialList list;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "listMyTestimonials", summary = "The courses one came to, with what one wrote of them")
    @APIResponse(responseCode = "200", description = "A page, the newest course first")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<AttendedCourse> mine(
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return list.attended(caller.accountId(), Page.Cursor.below(cursor), limit);
    }
}
