package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An instructor's view of what is paid, due and disputed. */
@Path("/v1/me/payments")
@Tag(name = "payments")
class TaughtPaymentsResource {

    @Inject
    TaughtPayments payments;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("instructor")
    @Operation(operationId = "listPayments", summary = "The payments for one's classes, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<TaughtPayments.Taught> list(
            @QueryParam("state") Payment.State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID before = Page.Cursor.below(cursor);
        return payments.page(caller.accountId(), state, before, limit);
    }
}
