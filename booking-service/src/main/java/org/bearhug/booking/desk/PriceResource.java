package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What something would cost now. */
@Path("/v1/price")
@Tag(name = "bookings")
class PriceResource {

    @Inject
    Agreements agreements;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("carer")
    @Operation(
            operationId = "readPrice",
            summary = "What a block or a session would cost now, line by line",
            description =
                    "Nothing is written or kept. The amount, in minor units, is what one wants to pay for all children"
                            + " where one pays what one can.")
    @APIResponse(responseCode = "200", description = "The price and how it comes about")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: the block or the session")
    @APIResponse(
            responseCode = "409",
            description =
                    "sales-closed, price-is-fixed, amount-below-minimum, voucher-unknown, voucher-used-up, voucher-expired,"
                            + " voucher-not-yet-valid, voucher-not-for-this")
    public PriceView read(
            @QueryParam("block") UUID block,
            @QueryParam("session") UUID session,
            @QueryParam("children") @DefaultValue("1") @Min(1) @Max(6) int children,
            @QueryParam("amount") @Min(0) @Max(Wanted.MOST) Long amount,
            @QueryParam("voucher") @Size(min = 1, max = 30) String voucher) {
        Wanted wanted = new Wanted(block, session, null, amount, voucher).checked();
        return PriceView.of(agreements.price(caller.accountId(), wanted, children));
    }
}
