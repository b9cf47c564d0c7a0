package org.bearhug.user.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
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

/** The secrets of an API client: one more, use it everywhere, then the old one away. */
@Path("/v1/me/api-clients/{id}/secrets")
@Tag(name = "api-clients")
class ClientSecretsResource {

    @Inject
    ClientSecrets secrets;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed("instructor")
    @Operation(
            operationId = "addClientSecret",
            summary = "Give an API client a second secret; it is told only now",
            description = "An Idempotency-Key is not kept here, for its record would hold the secret.")
    @APIResponse(
            responseCode = "201",
            description = "The secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiClientView.SecretView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "too-many-secrets")
    public Response add(@PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(secrets.add(caller.accountId(), id))
                .build();
    }

    @DELETE
    @Path("/{secretId}")
    @RolesAllowed("instructor")
    @Operation(operationId = "deleteClientSecret", summary = "Take a secret away; it gets no new tokens from now on")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "last-secret")
    public void delete(@PathParam("id") UUID id, @PathParam("secretId") UUID secretId) {
        secrets.delete(caller.accountId(), id, secretId);
    }
}
