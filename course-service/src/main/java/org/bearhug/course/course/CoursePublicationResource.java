package org.bearhug.course.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Putting a course into the catalogue and taking it out. Either may be said again; it changes nothing then. */
@Path("/v1/courses/{id}")
@Tag(name = "courses")
class CoursePublicationResource {

    @Inject
    Courses courses;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/publish")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(operationId = "publishCourse", summary = "Put one's course into the catalogue")
    @APIResponse(
            responseCode = "200",
            description = "The course, with its ETag",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden, instructor-not-approved")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "course-archived, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response publish(@PathParam("id") UUID id) {
        return idempotency.once(
                id, () -> courses.publish(caller.accountId(), id).ok());
    }

    @POST
    @Path("/archive")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "archiveCourse",
            summary = "Take one's course out of the catalogue",
            description = "Its blocks are no longer sold; the sessions that were booked take place.")
    @APIResponse(
            responseCode = "200",
            description = "The course, with its ETag",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response archive(@PathParam("id") UUID id) {
        return idempotency.once(
                id, () -> courses.archive(caller.accountId(), id).ok());
    }
}
