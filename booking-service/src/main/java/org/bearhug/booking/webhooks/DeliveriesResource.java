package org.bearhug.booking.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.asked.AskedTime;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was told to an endpoint, for its owner to look at and to have told again. */
@Path("/v1/webhook-endpoints/{id}/deliveries")
@Tag(name = "webhooks")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class DeliveriesResource {

    @Inject
    Deliveries deliveries;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Since when what failed is to be sent again. */
    record Since(@NotNull Instant since) {

        Since checked() {
            AskedTime.require("#/since", since);
            return this;
        }
    }

    /** How many deliveries are in the queue again. */
    record Resent(int resent) {}

    @GET
    @RolesAllowed({"instructor", "events:read"})
    @Operation(operationId = "listWebhookDeliveries", summary = "What was told to an endpoint, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Page<DeliveryView> list(
            @PathParam("id") UUID id,
            @QueryParam("state") WebhookDelivery.State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return deliveries.page(caller.accountId(), id, state, Page.Cursor.below(cursor), limit);
    }

    @POST
    @Path("/{delivery}/resend")
    @RolesAllowed({"instructor", "events:read"})
    @Operation(
            operationId = "resendWebhookDelivery",
            summary = "Tell an event again, under the id that it had",
            description = "Whether it arrived before or not. One that is just being tried is left alone.")
    @APIResponse(
            responseCode = "202",
            description = "In the queue again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(
            responseCode = "409",
            description = "webhook-endpoint-disabled, webhook-queue-full, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response resend(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        UUID instructor = caller.accountId();
        return idempotency.once(delivery, () -> Response.accepted(deliveries.resend(instructor, id, delivery))
                .build());
    }

    @POST
    @Path("/resend")
    @RolesAllowed({"instructor", "events:read"})
    @Operation(
            operationId = "resendFailedWebhookDeliveries",
            summary = "Tell again whatever failed and happened since then",
            description = "As much as there is room for in the queue; ask again for the rest once that is delivered.")
    @APIResponse(
            responseCode = "202",
            description = "So many are in the queue again",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Resent.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "409", description = "webhook-endpoint-disabled, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response resendFailed(@PathParam("id") UUID id, @NotNull @Valid Since since) {
        UUID instructor = caller.accountId();
        return idempotency.once(since, () -> Response.accepted(new Resent(
                        deliveries.resendFailed(instructor, id, since.checked().since())))
                .build());
    }
}
