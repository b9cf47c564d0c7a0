package org.bearhug.booking.desk;

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

/** Changing to another block. */
@Path("/v1/bookings/{id}/move")
@Tag(name = "bookings")
class MovesResource {

    @Inject
    Moves moves;

    @Inject
    BookingQueue queue;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Where to. */
    record Destination(@NotNull UUID blockId) {}

    private record Request(UUID booking, Destination destination) {}

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "moveBooking",
            summary = "Change to another block of the same course, before the first session",
            description =
                    "All or nothing. The booking is cancelled and everything comes back; a new one takes its place.")
    @APIResponse(
            responseCode = "201",
            description = "The new booking, with the difference of the prices",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: the booking, the block or one of the children")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-full, another-course, another-currency, booking-cancelled, not-a-block-booking, paid-with-pass, too-late-to-move,"
                            + " already-booked, sales-closed, child-too-young, child-too-old, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "service-unavailable, worth another try with the same key")
    public Response move(@PathParam("id") UUID id, @NotNull @Valid Destination destination) {
        UUID carer = caller.accountId();
        return queue.atTheDesk(() -> idempotency.once(new Request(id, destination), () -> {
            BookingView moved = moves.move(carer, id, destination.blockId());
            return Response.created(URI.create("/v1/bookings/" + moved.id()))
                    .entity(moved)
                    .build();
        }));
    }
}
