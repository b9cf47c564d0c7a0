package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A payment by Stripe, for the carer who comes back from its page. */
@Path("/v1/payments/{id}/refresh")
@Tag(name = "payments")
class PaymentsResource {

    @Inject
    Checkouts checkouts;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "refreshPayment",
            summary = "Ask Stripe now how a payment stands",
            description =
                    "For who comes back from the page. A page that could not be opened before is opened now. May be repeated.")
    @APIResponse(
            responseCode = "200",
            description = "The payment; once it is PAID the booking is confirmed, or comes back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "payment-failed: it cannot be paid online, or Stripe does not know its page")
    @APIResponse(responseCode = "503", description = "service-unavailable: Stripe does not answer")
    public PaymentView refresh(@PathParam("id") UUID id) {
        return checkouts.refresh(caller.accountId(), id);
    }
}
