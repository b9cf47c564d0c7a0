package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a booking was paid, and money that came by hand. */
@Path("/v1/bookings/{id}/payments")
@Tag(name = "payments")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
class BookingPaymentsResource {

    @Inject
    PaymentHistory payments;

    @Inject
    ByHand byHand;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** What came or went back, and a word on it for the two who know of it. */
    record Note(@NotNull @Valid Sum amount, @Size(min = 1, max = 200) String note) {}

    /** At most a million of the currency's larger units. */
    record Sum(@Min(1) @Max(100_000_000) long amount, @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {
        Money money() {
            return new Money(amount, currency);
        }
    }

    /** What makes two requests the same. */
    record Request(UUID booking, Note note) {}

    @GET
    @RolesAllowed({"carer", "instructor"})
    @Operation(
            operationId = "readPayments",
            summary = "How a booking was paid, and what went back",
            description = "For the carer who made it and the instructor whose class it is.")
    @APIResponse(
            responseCode = "200",
            description = "Payments, what was noted by hand, refunds; the oldest first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentHistory.History.class)))
    public PaymentHistory.History read(@PathParam("id") UUID id) {
        return payments.of(caller.accountId(), Purchase.booking(id));
    }

    @POST
    @RolesAllowed("instructor")
    @Operation(operationId = "notePayment", summary = "Note that money for a booking came by hand")
    @APIResponse(
            responseCode = "201",
            description = "Noted, with who noted it, when, and what is still owed",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Noted.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "409", description = "more-than-owed with the balance, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response note(@PathParam("id") UUID id, @NotNull @Valid Note note) {
        UUID instructor = caller.accountId();
        return idempotency.once(
                new Request(id, note), () -> Response.created(URI.create("/v1/bookings/" + id + "/payments"))
                        .entity(byHand.paid(instructor, id, note.amount().money(), note.note()))
                        .build());
    }
}
