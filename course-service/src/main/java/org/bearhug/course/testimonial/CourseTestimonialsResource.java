package org.bearhug.course.testimonial;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.bearhug.course.course.Line;
import org.bearhug.course.course.Prose;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is said of a course, and saying it. */
@Path("/v1/courses/{id}/testimonials")
@Tag(name = "testimonials")
class CourseTestimonialsResource {

    @Inject
    Testimonials testimonials;

    @Inject
    TestimonialList list;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /**
     * How it was.
     *
     * @param signature how the carer wants to be called by those who read it
     * @param consent that everybody may read both
     */
    record Telling(
            @NotBlank @Prose @Size(max = 1_000) String words,
            @NotBlank @Line @Size(max = 60) String signature,
            @NotNull @AssertTrue(message = "without consent nobody may read it") Boolean consent) {

        Telling {
            words = words == null ? null : words.strip();
            signature = signature == null ? null : signature.strip();
        }
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTestimonials",
            summary = "What carers who came say of a course",
            description = "The newest first. Its instructor also reads those that wait or are hidden.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "not-found")
    public Page<TestimonialView> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return list.page(id, Viewer.of(caller), Page.Cursor.below(cursor), limit);
    }

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "writeTestimonial",
            summary = "Tell how a course was that one came to",
            description = "Nobody but its instructor reads it until the instructor shows it.")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TestimonialView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, also without consent")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden, not-attended")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "testimonial-exists, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response write(@PathParam("id") UUID id, @NotNull @Valid Telling telling) {
        return idempotency.once(telling, () -> Response.status(Response.Status.CREATED)
                .entity(testimonials.write(caller.accountId(), id, telling.words(), telling.signature()))
                .build());
    }
}
