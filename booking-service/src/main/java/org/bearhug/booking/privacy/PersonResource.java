package org.bearhug.booking.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For user-service, when a person asks for a copy or has been erased. */
@Path("/v1/accounts/{id}")
@Tag(name = "privacy")
@Produces(MediaType.APPLICATION_JSON)
class PersonResource {

    @Inject
    HeldData held;

    @GET
    @Path("/export")
    @RolesAllowed("accounts:export")
    @Operation(operationId = "exportAccount", summary = "All that this service holds on a person")
    @APIResponse(
            responseCode = "200",
            description = "By table; empty lists for somebody who is not known here",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public String export(@PathParam("id") UUID id) {
        return held.on(id);
    }

    @GET
    @Path("/erasure")
    @RolesAllowed("accounts:export")
    @Operation(operationId = "readErasure", summary = "What this service did to erase a person")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: not erased here, or not yet")
    public String erasure(@PathParam("id") UUID id) {
        return held.erasure(id).orElseThrow(() -> Refusal.notFound("erasure"));
    }
}
