package org.bearhug.booking.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The numbers of a block, for its instructor and the instructor's own programs. */
@Path("/v1/blocks/{id}/figures")
@Tag(name = "figures")
class FiguresResource {

    @Inject
    Figures figures;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"instructor", "bookings:read"})
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "readFigures",
            summary = "How full one's own block is, who came, and what it brings in",
            description = "By session, and as a whole. Income is what the ledger says of those who booked the block or"
                    + " one of its sessions: charged less credited is what it earns, paid less refunded what came in.")
    @APIResponse(responseCode = "200", description = "The numbers as they are now")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's block")
    public FiguresView read(@PathParam("id") UUID id) {
        return figures.of(caller.accountId(), id);
    }
}
