package org.bearhug.booking.webhooks;

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

/** One place where an instructor's program is told. */
@Path("/v1/webhook-endpoints/{id}")
@Tag(name = "webhooks")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class EndpointResource {

    @Inject
    Endpoints endpoints;

    @Inject
    EndpointChanges changes;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "readWebhookEndpoint", summary = "One of one's webhook endpoints")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointView.class)))
    public Response read(@PathParam("id") UUID id) {
        return endpoints.get(caller.accountId(), id).ok();
    }

    @PATCH
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
    @APIResponse(responseCode = "409", description = "webhook-url-taken")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndpointChange change) {
        return changes.change(caller.accountId(), id, ifMatch, change).ok();
    }

    @DELETE
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "deleteWebhookEndpoint", summary = "Delete a webhook endpoint, with whatever waits for it")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(@PathParam("id") UUID id) {
        endpoints.delete(caller.accountId(), id);
    }
}
