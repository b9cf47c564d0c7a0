package org.bearhug.booking.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an instructor see whether a program hears. */
@Path("/v1/webhook-endpoints/{id}/test")
@Tag(name = "webhooks")
class TestEventResource {

    @Inject
    TestEvents events;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({"instructor", "events:read"})
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Send a webhook.test, whatever the endpoint has chosen to hear",
            description = "Five in a minute.")
    @APIResponse(
            responseCode = "202",
            description = "In the queue; the list of deliveries tells what becomes of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "webhook-endpoint-disabled, webhook-queue-full, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "rate-limited")
    public Response test(@PathParam("id") UUID id) {
        UUID instructor = caller.accountId();
        return idempotency.once(
                id, () -> Response.accepted(events.send(instructor, id)).build());
    }
}
