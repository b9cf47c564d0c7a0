package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** Giving up a booking, without being asked why. */
@Path("/v1/bookings/{id}")
@Tag(name = "bookings")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class CancellationResource {

    @Inject
    Cancellations cancellations;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @GET
    @Path("/cancellation")
    @RolesAllowed("carer")
    @Operation(
            operationId = "readCancellation",
            summary = "What would come back if the booking were cancelled now",
            description = "By the terms that the block had when it was booked. A cancelled booking gives nothing more.")
    @APIResponse(responseCode = "200", description = "What comes back, and until when how much would")
    @APIResponse(responseCode = "409", description = "too-late-to-cancel, nothing-to-cancel")
    public Cancellation preview(@PathParam("id") UUID id) {
        return cancellations.preview(caller.accountId(), id);
    }

    @POST
    @Path("/cancel")
    @RolesAllowed("carer")
    @Operation(
            operationId = "cancelBooking",
            summary = "Give up a booking",
            description =
                    "Its seats in sessions that have not begun are free again; of a booking with children of others"
                            + " only those of one's own. Cancelling twice is as once.")
    @APIResponse(
            responseCode = "200",
            description = "The booking as it is now, with what came back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: the Idempotency-Key")
    @APIResponse(responseCode = "409", description = "too-late-to-cancel, nothing-to-cancel, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response cancel(@PathParam("id") UUID id) {
        UUID carer = caller.accountId();
        return idempotency.once(
                id, () -> Response.ok(cancellations.cancel(carer, id)).build());
    }
}
