package org.bearhug.user.family;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.bearhug.kit.Versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own children, all together. */
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
            Versioned<ChildView> added = family.add(caller.accountId(), wish);
            URI address = URI.create("/v1/me/children/" + added.view().id());
            return added.with(Response.created(address)).build();
        });
    }
}
