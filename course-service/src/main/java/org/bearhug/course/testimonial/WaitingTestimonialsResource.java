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
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for an instructor's choice. */
@Path("/v1/testimonials")
@Tag(name = "testimonials")
class WaitingTestimonialsResource {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    TestimonialList list;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("instructor")
    @Operation(
            operationId = "listWaitingTestimonials",
            summary = "What carers wrote of one's courses and one has not shown or hidden yet")
    @APIResponse(responseCode = "200", description = "A page, the oldest first")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<TestimonialView> waiting(
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID after = cursor == null ? FIRST : Page.Cursor.below(cursor);
        return list.waiting(caller.accountId(), after, limit);
    }
}
