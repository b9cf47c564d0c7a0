package org.bearhug.course.course;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.reads.Reading;
import org.bearhug.reads.ReadyAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Writing and reading a course. Another instructor's answers as if it were not there, unless it is published. */
@Path("/v1/courses")
@Tag(name = "courses")
class CoursesResource {

    @Inject
    Courses courses;

    @Inject
    Idempotency idempotency;

    @Inject
    ReadyAnswers answers;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(operationId = "createCourse", summary = "Write a course; it is a draft until it is published")
    @APIResponse(
            responseCode = "201",
            description = "The course, with its ETag",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "too-many-courses, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response create(@NotNull @Valid NewCourse wish) {
        return idempotency.once(wish, () -> {
            Versioned<CourseView> made = courses.create(caller.accountId(), wish);
            return made.with(Response.created(
                            URI.create("/v1/courses/" + made.view().id())))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readCourse", summary = "A published course, or one's own draft")
    @APIResponse(responseCode = "200", description = "The course, with its ETag")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "404", description = "not-found")
    public RestResponse<CourseView> read(@PathParam("id") UUID id) {
        Viewer viewer = Viewer.of(caller);
        Supplier<Reading<CourseView>> read = () -> courses.read(id, viewer);
        return viewer.seesWhatAllSee() ? answers.toAll(read) : answers.toOne(read);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(operationId = "changeCourse", summary = "Change the words of one's course")
    @APIResponse(
            responseCode = "200",
            description = "The course as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "course-archived")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CourseChange change) {
        return courses.change(caller.accountId(), id, ifMatch, change).ok();
    }
}
