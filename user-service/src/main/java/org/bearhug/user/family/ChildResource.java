package org.bearhug.user.family;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One of one's own children. Another carer's answers as if it were not there. */
@Path("/v1/me/children")
@Tag(name = "children")
class ChildResource {

    @Inject
    Family family;

    @Inject
    Caller caller;

    @GET
    @Path("/{id}")
    @RolesAllowed("carer")
    @Operation(operationId = "readChild", summary = "One of one's children")
    @APIResponse(
            responseCode = "200",
            description = "The child, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChildView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        return family.get(caller.accountId(), id).ok();
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("carer")
    @Operation(operationId = "changeChild", summary = "Change a child's name or dates")
    @APIResponse(
            responseCode = "200",
            description = "The child as it is now, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChildView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChildChange change) {
        return family.change(caller.accountId(), id, ifMatch, change).ok();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("carer")
    @Operation(operationId = "eraseChild", summary = "Erase a child, here and in the other services")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "child-is-shared; leave it instead")
    public void erase(@PathParam("id") UUID id) {
        family.erase(caller.accountId(), id);
    }
}
