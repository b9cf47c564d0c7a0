package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a pass is paid by Stripe. */
@Path("/v1/passes/{id}")
@Tag(name = "payments")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class PassPaymentsResource {

    @Inject
    PaymentHistory payments;

    @Inject
    Checkouts checkouts;

    @Inject
    Caller caller;

    @GET
    @Path("/payments")
    @RolesAllowed({"carer", "instructor"})
    @Operation(
            operationId = "readPaymentsOfPass",
            summary = "How a pass was paid by Stripe, and what went back",
            description = "For the carer who bought it and the instructor who sold it.")
    @APIResponse(responseCode = "200", description = "Payments and refunds; the oldest first")
    public PaymentHistory.History read(@PathParam("id") UUID id) {
        return payments.of(caller.accountId(), Purchase.pass(id));
    }

    @POST
    @Path("/checkout")
    @RolesAllowed("carer")
    @Operation(
            operationId = "payPass",
            summary = "Open a page to pay what is owed for a pass",
            description =
                    "The page that is open is given again; when that is paid, or over, another one for what is owed by then,"
                            + " or nothing-to-pay. May be repeated.")
    @APIResponse(responseCode = "200", description = "The payment with its page")
    @APIResponse(
            responseCode = "409",
            description = "nothing-to-pay, no-online-payment, payment-failed with the reason; another-sum was paid")
    @APIResponse(responseCode = "503", description = "service-unavailable: Stripe does not answer")
    public PaymentView pay(@PathParam("id") UUID id) {
        return checkouts.payRest(caller.accountId(), Purchase.pass(id));
    }
}
