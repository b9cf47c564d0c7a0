package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

/** Seats kept for a carer who is about to book. Another carer's answer as if they were not there. */
@Path("/v1/holds")
@Tag(name = "holds")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class HoldsResource {

    @Inject
    Holds holds;

    @Inject
    BookingQueue queue;

    @Inject
    LateFacts lateFacts;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "hold",
            summary = "Keep seats for 15 minutes, to book them by their holdId",
            description =
                    "All or nothing, and not beyond the start. Seats held before for the same children in the same"
                            + " sessions are given up for them.")
    @APIResponse(
            responseCode = "201",
            description = "The seats are held",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "not-found: the block, the session or one of the children")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-full, already-booked, sales-closed, price-is-fixed, amount-below-minimum, voucher-unknown,"
                            + " voucher-used-up, voucher-expired, voucher-not-yet-valid, voucher-not-for-this, child-too-young, child-too-old,"
                            + " too-many-holds, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "service-unavailable, worth another try with the same key")
    public Response hold(@NotNull @Valid Wanted wish) {
        UUID carer = caller.accountId();
        Wanted wanted = wish.checked();
        return lateFacts.awaiting(
                carer,
                wanted,
                () -> queue.atTheDesk(() -> idempotency.once(wanted, () -> created(holds.hold(carer, wanted)))));
    }

    private static Response created(HoldView hold) {
        return Response.created(URI.create("/v1/holds/" + hold.id()))
                .entity(hold)
                .build();
    }

    @POST
    @Path("/{id}/extend")
    @RolesAllowed("carer")
    @Operation(operationId = "extendHold", summary = "Keep them 15 minutes longer, which goes once")
    @APIResponse(
            responseCode = "200",
            description = "The hold as it is now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: the Idempotency-Key")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "hold-expired, hold-extended, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response extend(@PathParam("id") UUID id) {
        UUID carer = caller.accountId();
        return idempotency.once(id, () -> Response.ok(holds.extend(carer, id)).build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("carer")
    @Operation(operationId = "letGoOfHold", summary = "Give the seats back before their time")
    @APIResponse(responseCode = "204", description = "They are free again")
    @APIResponse(responseCode = "404", description = "not-found")
    public void letGo(@PathParam("id") UUID id) {
        holds.letGo(caller.accountId(), id);
    }
}
