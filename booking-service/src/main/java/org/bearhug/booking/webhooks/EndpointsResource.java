package org.bearhug.booking.webhooks;

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
import org.bearhug.kit.Page;
import org.bearhug.kit.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an instructor's programs are told of bookings and sessions. For what was told see {@link DeliveriesResource}. */
@Path("/v1/webhook-endpoints")
@Tag(name = "webhooks")
class EndpointsResource {

    @Inject
    Endpoints endpoints;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "listWebhookEndpoints", summary = "One's webhook endpoints, without their secrets")
    @APIResponse(responseCode = "200", description = "All of them, the oldest first")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
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
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "webhook-url-taken, too-many-webhook-endpoints")
    public Response make(@NotNull @Valid NewEndpoint wish) {
        Endpoints.Versioned made = endpoints.make(caller.accountId(), wish);
        return Response.created(
                        URI.create("/v1/webhook-endpoints/" + made.view().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .tag(Versions.tag(made.version()))
                .entity(made.view())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "readWebhookEndpoint", summary = "One of one's webhook endpoints")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        return answer(endpoints.get(caller.accountId(), id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"instructor", "events:read"})
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change a webhook endpoint, switch it off or on again",
            description = "While it is off nothing is queued for it; what waits already waits on.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint as it is now, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, webhook-url-refused")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "webhook-url-taken")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndpointChange change) {
        return answer(endpoints.change(caller.accountId(), id, ifMatch, change));
    }

    private static Response answer(Endpoints.Versioned endpoint) {
        return Response.ok(endpoint.view(), MediaType.APPLICATION_JSON_TYPE)
                .tag(Versions.tag(endpoint.version()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "deleteWebhookEndpoint", summary = "Delete a webhook endpoint, with whatever waits for it")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public void delete(@PathParam("id") UUID id) {
        endpoints.delete(caller.accountId(), id);
    }

    @POST
    @Path("/{id}/secrets")
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
                            schema = @Schema(implementation = Endpoints.NewSecret.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "too-many-secrets")
    public Response rotate(@PathParam("id") UUID id) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(endpoints.rotate(caller.accountId(), id))
                .build();
    }
}
