package org.bearhug.booking.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.bearhug.kit.Versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an instructor's programs are told of bookings and sessions. For what was told see {@link DeliveriesResource}. */
@Path("/v1/webhook-endpoints")
@Tag(name = "webhooks")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class EndpointsResource {

    @Inject
    Endpoints endpoints;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "listWebhookEndpoints", summary = "One's webhook endpoints, without their secrets")
    @APIResponse(responseCode = "200", description = "All of them, the oldest first")
    public Page<EndpointView> list() {
        return new Page<>(endpoints.of(caller.accountId()), null);
    }

    @POST
    @RolesAllowed({"instructor", "events:read"})
    @Operation(
            operationId = "makeWebhookEndpoint",
            summary = "Let a program be told of bookings and sessions; its secret is told only now",
            description = "The address is an https one of a public name, on port 443 or 8443. An Idempotency-Key is not"
                    + " kept here, for its record would hold the secret. A retry of a request that was carried out answers"
                    + " 409 webhook-url-taken: delete that endpoint, or give it a new secret.")
    @APIResponse(
            responseCode = "201",
            description = "The endpoint with its secret, and its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, webhook-url-refused")
    @APIResponse(responseCode = "409", description = "webhook-url-taken, too-many-webhook-endpoints")
    public Response make(@NotNull @Valid NewEndpoint wish) {
        Versioned<EndpointView> made = endpoints.make(caller.accountId(), wish);
        return made.with(Response.created(
                        URI.create("/v1/webhook-endpoints/" + made.view().id())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
