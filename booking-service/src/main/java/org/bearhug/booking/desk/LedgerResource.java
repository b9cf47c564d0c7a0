package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The money side of a booking, for who made it and for whose class it is. */
@Path("/v1/bookings/{id}/ledger")
@Tag(name = "bookings")
class LedgerResource {

    @Inject
    OwnBookings own;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({"carer", "instructor"})
    @Operation(
            operationId = "readLedger",
            summary = "What is owed for a booking, line by line",
            description =
                    "For the carer who made it and the instructor whose class it is. The lines are never changed; the"
                            + " balance is their sum, and when it is below nothing, that is to be paid back.")
    @APIResponse(responseCode = "200", description = "The balance and its lines, the oldest first")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also for other carers of its children")
    public LedgerView read(@PathParam("id") UUID id) {
        return own.ledger(caller.accountId(), id);
    }
}
