package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that went back by hand. */
@Path("/v1/bookings/{id}/refunds")
@Tag(name = "payments")
class BookingRefundsResource {

    @Inject
    ByHand byHand;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed("instructor")
    @Operation(
            operationId = "noteRefund",
            summary = "Note that money for a booking was paid back by hand",
            description = "What came by Stripe goes back by Stripe, by itself, and is not noted here.")
    @APIResponse(
            responseCode = "201",
            description = "Noted, with who noted it, when, and what is still owed",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Noted.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "nothing-to-pay-back with toPayBack, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response note(@PathParam("id") UUID id, @NotNull @Valid BookingPaymentsResource.Note note) {
        UUID instructor = caller.accountId();
        return idempotency.once(new BookingPaymentsResource.Request(id, note), () -> Response.created(
                        URI.create("/v1/bookings/" + id + "/payments"))
                .entity(byHand.paidBack(instructor, id, note.amount().money(), note.note()))
                .build());
    }
}
