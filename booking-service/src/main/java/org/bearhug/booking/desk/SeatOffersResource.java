package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.PaymentPages;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The answer to an offer, in one call. */
@Path("/v1/waitlist/{id}")
@Tag(name = "waitlist")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "422", description = "idempotency-key-reused")
class SeatOffersResource {

    @Inject
    SeatOffers offers;

    @Inject
    OwnBookings own;

    @Inject
    PaymentPages pages;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** How it is paid; nothing need be said. */
    record Acceptance(@Size(min = 1, max = 30) String voucher, UUID passId) {

        static final Acceptance PLAIN = new Acceptance(null, null);

        Acceptance {
            if (voucher != null && passId != null) {
                throw Refusal.invalid("Say either voucher or passId.");
            }
        }
    }

    private record Request(UUID entry, Acceptance how) {}

    @POST
    @Path("/accept")
    @Consumes(MediaType.APPLICATION_JSON) // what a request without a body and its type counts as
    @RolesAllowed("carer")
    @Operation(
            operationId = "acceptOffer",
            summary = "Book what is offered, at the price at which it was offered",
            description = "With a voucher that takes something off, or a pass that pays it, if there is one.")
    @APIResponse(
            responseCode = "201",
            description = "Booked, or held until it is paid on the page at payment.url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "not-found: the offer or the pass")
    @APIResponse(
            responseCode = "409",
            description =
                    "no-offer, offer-expired, sales-closed, already-booked, voucher-unknown, voucher-used-up, voucher-expired,"
                            + " voucher-not-yet-valid, voucher-not-for-this, pass-not-paid, pass-used-up, pass-expired,"
                            + " pass-returned, pass-not-for-this, payment-failed,"
                            + " too-many-unpaid-bookings, idempotency-key-in-use")
    public Response accept(@PathParam("id") UUID id, @RequestBody(required = false) @Valid Acceptance said) {
        UUID carer = caller.accountId();
        Acceptance how = said == null ? Acceptance.PLAIN : said;
        Response booked = idempotency.once(new Request(id, how), () -> {
            BookingView booking = offers.accept(carer, id, how);
            return Response.created(URI.create("/v1/bookings/" + booking.id()))
                    .entity(booking)
                    .build();
        });
        return pages.shown(Purchase.Kind.BOOKING, booked, bookingId -> own.get(carer, bookingId));
    }

    @POST
    @Path("/decline")
    @RolesAllowed("carer")
    @Operation(operationId = "declineOffer", summary = "Let the next family have what is offered, and leave the line")
    @APIResponse(
            responseCode = "200",
            description = "Out of line",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WaitlistView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: the Idempotency-Key")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "no-offer, offer-expired, idempotency-key-in-use")
    public Response decline(@PathParam("id") UUID id) {
        UUID carer = caller.accountId();
        return idempotency.once(id, () -> Response.ok(offers.decline(carer, id)).build());
    }
}
