package org.bearhug.course.testimonial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Choosing what is shown, for the instructor, and taking one's words back, for the carer. Each may be said again. */
@Path("/v1/testimonials/{id}")
@Tag(name = "testimonials")
class TestimonialsResource {

    @Inject
    Testimonials testimonials;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/publish")
    @RolesAllowed("instructor")
    @Operation(operationId = "publishTestimonial", summary = "Show a testimonial with one's course")
    @APIResponse(
            responseCode = "200",
            description = "The testimonial as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TestimonialView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also when its writer took it back")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response publish(@PathParam("id") UUID id) {
        return idempotency.once(id, () -> Response.ok(testimonials.publish(caller.accountId(), id))
                .build());
    }

    @POST
    @Path("/hide")
    @RolesAllowed("instructor")
    @Operation(operationId = "hideTestimonial", summary = "Show a testimonial to nobody")
    @APIResponse(
            responseCode = "200",
            description = "The testimonial as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TestimonialView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also when its writer took it back")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response hide(@PathParam("id") UUID id) {
        return idempotency.once(
                id, () -> Response.ok(testimonials.hide(caller.accountId(), id)).build());
    }

    @DELETE
    @RolesAllowed("carer")
    @Operation(
            operationId = "withdrawTestimonial",
            summary = "Take one's words back",
            description = "And with them the consent: they are deleted, whether they were shown or not.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public void withdraw(@PathParam("id") UUID id) {
        testimonials.withdraw(caller.accountId(), id);
    }
}
