package org.bearhug.booking.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The roster of a session, for its instructor and the instructor's own programs. */
@Path("/v1/sessions/{id}/roster")
@Tag(name = "roster")
class RosterResource {

    @Inject
    Roster roster;

    @Inject
    Caller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, RosterCsv.TYPE})
    @RolesAllowed({"instructor", "bookings:read"})
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "readRoster",
            summary = "Who comes to one of one's own sessions, and who came",
            description = "With Accept: text/csv as the table that roster.csv gives.")
    @APIResponse(responseCode = "200", description = "The children, by name")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's session")
    public RosterView read(@PathParam("id") UUID id) {
        return roster.of(caller.accountId(), id);
    }
}
