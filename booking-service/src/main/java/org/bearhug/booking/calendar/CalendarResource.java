package org.bearhug.booking.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A carer's classes, for a program that knows the token and nothing else. */
@Path("/v1/calendar/{token}.ics")
@Tag(name = "calendar")
class CalendarResource {

    private static final String TYPE = "text/calendar";

    @Inject
    CarersClasses classes;

    @Inject
    ClassCalendar calendar;

    @GET
    @PermitAll
    @Produces(TYPE + ";charset=UTF-8")
    @Operation(
            operationId = "readCalendar",
            summary = "Classes from a month back to a year ahead, to be subscribed to",
            description =
                    "RFC 5545. A class that is cancelled or given up stays with STATUS:CANCELLED. Its link leads to"
                            + " the page with the way into the call, and to no call.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "It is as it was")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("token") String token, @Context Request request) {
        String text = calendar.of(classes.of(token));
        EntityTag tag = new EntityTag(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same == null ? Response.ok(text).tag(tag) : same)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
