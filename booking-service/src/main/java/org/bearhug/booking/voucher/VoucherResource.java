package org.bearhug.booking.voucher;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One of an instructor's own vouchers. */
@Path("/v1/vouchers/{id}")
@Tag(name = "vouchers")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class VoucherResource {

    @Inject
    OwnVouchers vouchers;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("instructor")
    @Operation(operationId = "readVoucher", summary = "One of one's vouchers, and how often it is used")
    @APIResponse(responseCode = "200", description = "The voucher")
    public VoucherView read(@PathParam("id") UUID id) {
        return vouchers.get(caller.accountId(), id);
    }

    @DELETE
    @RolesAllowed("instructor")
    @Operation(
            operationId = "withdrawVoucher",
            summary = "Let nobody use a voucher any more",
            description = "What was booked or is held with it keeps its price. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void withdraw(@PathParam("id") UUID id) {
        vouchers.withdraw(caller.accountId(), id);
    }
}
