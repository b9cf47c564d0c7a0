package org.bearhug.course.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.bearhug.reads.Reading;
import org.bearhug.reads.ReadyAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Single sessions. Another instructor's answers as if it were not there, unless it is published. */
@Path("/v1/sessions")
@Tag(name = "sessions")
class SessionsResource {

    @Inject
    Sessions sessions;

    @Inject
    Timetable timetable;

    @Inject
    SessionList list;

    @Inject
    ReadyAnswers answers;

    @Inject
    Caller caller;

    @GET
    @PermitAll
    @Operation(
            operationId = "listSessions",
            summary = "Sessions by their dates; drafts only of one's own",
            description = "from and to are days where the session is taught, both inclusive.")
    @APIResponse(responseCode = "200", description = "A page of sessions, the earliest first")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public RestResponse<Page<SessionView>> list(
            @QueryParam("block") UUID block,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("cursor") @Size(max = 500) String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        Viewer viewer = Viewer.of(caller);
        SessionList.Filter filter = new SessionList.Filter(block, new Days(from, to));
        Supplier<Reading<Page<SessionView>>> read = () -> list.page(filter, viewer, cursor, limit);
        return viewer.seesWhatAllSee() ? answers.toAll(read) : answers.toOne(read);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readSession", summary = "A session of a published block, or of one's own draft")
    @APIResponse(responseCode = "200", description = "The session, with its ETag")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "404", description = "not-found")
    public RestResponse<SessionView> read(@PathParam("id") UUID id) {
        Viewer viewer = Viewer.of(caller);
        Supplier<Reading<SessionView>> read = () -> timetable.session(id, viewer);
        return viewer.seesWhatAllSee() ? answers.toAll(read) : answers.toOne(read);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "changeSession",
            summary = "Move a session, or change its seats, price, ages or call link",
            description = "Lowering the capacity of a published session asks booking-service first.")
    @APIResponse(
            responseCode = "200",
            description = "The session as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-cancelled, session-begun, session-time-taken, capacity-below-taken, zoom-not-connected, zoom-host-busy, zoom-daily-limit")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    @APIResponse(responseCode = "503", description = "service-unavailable")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SessionChange change) {
        return sessions.change(caller.accountId(), id, ifMatch, change).ok();
    }
}
