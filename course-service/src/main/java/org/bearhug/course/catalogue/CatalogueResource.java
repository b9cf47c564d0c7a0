package org.bearhug.course.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.bearhug.course.schedule.Days;
import org.bearhug.kit.Page;
import org.bearhug.reads.ReadyAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public catalogue. */
@Path("/v1/courses")
@Tag(name = "catalogue")
class CatalogueResource {

    @Inject
    Catalogue catalogue;

    @Inject
    ReadyAnswers answers;

    @GET
    @PermitAll
    @Operation(
            operationId = "findCourses",
            summary = "Find a course that fits",
            description =
                    "q looks for words, or their beginnings, in title, summary and description. ageWeeks (completed "
                            + "weeks), from and to ask for a session to come that fits all of them; from and to are days where it "
                            + "is taught, both inclusive.")
    @APIResponse(
            responseCode = "200",
            description = "A page of published courses, with its ETag: best matches first, then the newest")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public RestResponse<Page<CourseCard>> find(
            @QueryParam("q") @Size(max = 100) String q,
            @QueryParam("topic") @Size(max = 40) String topic,
            @QueryParam("instructor") UUID instructor,
            @QueryParam("ageWeeks") @Min(0) @Max(520) Integer ageWeeks,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        CourseFilter filter = new CourseFilter(q, topic, instructor, ageWeeks, new Days(from, to));
        return answers.toAll(() -> catalogue.published(filter, cursor, limit));
    }
}
