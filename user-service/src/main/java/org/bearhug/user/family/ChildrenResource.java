package org.bearhug.user.family;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.bearhug.kit.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own children. Another carer's answer as if they were not there. */
@Path("/v1/me/children")
@Tag(name = "children")
class ChildrenResource {

    @Inject
    Family family;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "listChildren", summary = "One's children")
    @APIResponse(responseCode = "200", description = "All of them, at most " + Family.LIMIT)
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<ChildView> list() {
        return new Page<>(family.of(caller.accountId()), null);
    }

    @POST
    @RolesAllowed("carer")
    @Operation(operationId = "addChild", summary = "Add a child; one on its way with the day it is expected")
    @APIResponse(
            responseCode = "201",
            description = "The child, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChildView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "too-many-children, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response add(@NotNull @Valid NewChild wish) {
        return idempotency.once(wish, () -> {
            Family.Versioned added = family.add(caller.accountId(), wish);
            return Response.created(
                            URI.create("/v1/me/children/" + added.child().id()))
                    .tag(Versions.tag(added.version()))
                    .entity(added.child())
                    .build();
        });
    }

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
        return answer(family.get(caller.accountId(), id));
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
        return answer(family.change(caller.accountId(), id, ifMatch, change));
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

    private static Response answer(Family.Versioned versioned) {
        return Response.ok(versioned.child())
                .tag(Versions.tag(versioned.version()))
                .build();
    }
}
