package org.bearhug.booking.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The roster of a session as a file, for a link that says what it wants by its name. */
@Path("/v1/sessions/{id}/roster.csv")
@Tag(name = "roster")
class RosterTableResource {

    @Inject
    Roster roster;

    @Inject
    Caller caller;

    @GET
    @Produces(RosterCsv.TYPE)
    @RolesAllowed({"instructor", "bookings:read"})
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "readRosterTable",
            summary = "The roster as a table for a spreadsheet",
            description = "RFC 4180 in UTF-8 with a byte order mark; what a spreadsheet would calculate has an"
                    + " apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each child, by name",
            content = @Content(mediaType = RosterCsv.TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's session")
    public RosterView read(@PathParam("id") UUID id) {
        return roster.of(caller.accountId(), id);
    }
}
