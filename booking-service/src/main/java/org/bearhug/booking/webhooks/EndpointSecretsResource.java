package org.bearhug.booking.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

/** With what an endpoint is signed to. */
@Path("/v1/webhook-endpoints/{id}/secrets")
@Tag(name = "webhooks")
class EndpointSecretsResource {

    @Inject
    EndpointSecrets secrets;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({"instructor", "events:read"})
    @Operation(
            operationId = "addWebhookSecret",
            summary = "Sign with a new secret, which is told only now",
            description = "For a day messages carry the signatures of the old and the new one, so that either serves to"
                    + " verify them. An Idempotency-Key is not kept here, for its record would hold the secret.")
    @APIResponse(
            responseCode = "201",
            description = "The new secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointSecrets.NewSecret.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "too-many-secrets")
    public Response rotate(@PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(secrets.rotate(caller.accountId(), id))
                .build();
    }
}
