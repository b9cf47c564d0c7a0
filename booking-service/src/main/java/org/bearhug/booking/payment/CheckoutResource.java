package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Paying by Stripe what is left to pay, after a move for instance. */
@Path("/v1/bookings/{id}/checkout")
@Tag(name = "payments")
class CheckoutResource {

    @Inject
    Checkouts checkouts;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "payRest",
            summary = "Open a page to pay what is left to pay",
            description =
                    "The page that is open is given again; when that is paid, or over, another one for what is owed by then,"
                            + " or nothing-to-pay. May be repeated.")
    @APIResponse(
            responseCode = "200",
            description = "The payment with its page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "nothing-to-pay, no-online-payment, payment-failed with the reason; another-sum was paid")
    @APIResponse(responseCode = "503", description = "service-unavailable: Stripe does not answer")
    public PaymentView pay(@PathParam("id") UUID id) {
        return checkouts.payRest(caller.accountId(), Purchase.booking(id));
    }
}
