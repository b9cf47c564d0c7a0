package org.bearhug.booking.desk;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.PaymentPages;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.UniqueElements;

/** A carer's own bookings, and those that hold places of children they share. Others answer as if they were not there. */
@Path("/v1/bookings")
@Tag(name = "bookings")
class BookingsResource {

    @Inject
    OwnBookings own;

    @Inject
    PaymentPages pages;

    @Inject
    PlainBookings plain;

    @Inject
    ManagedExecutor threads;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** What a hold keeps, a session for a credit, or else a block as a whole or one session for one or several of one's children. */
    record Wish(
            UUID blockId,
            UUID sessionId,
            UUID holdId,
            UUID creditId,
            @Size(min = 1, max = 6) @UniqueElements List<@NotNull UUID> childIds,
            @Min(0) @Max(Wanted.MOST) Long amount,
            @Size(min = 1, max = 30) String voucher,
            UUID passId) {

        Wish {
            if (holdId != null
                    && (blockId != null
                            || sessionId != null
                            || creditId != null
                            || childIds != null
                            || amount != null
                            || voucher != null)) {
                throw Refusal.invalid("A holdId says it all, but for a passId.");
            }
            if (creditId != null
                    && (sessionId == null
                            || blockId != null
                            || childIds != null
                            || amount != null
                            || voucher != null
                            || passId != null)) {
                throw Refusal.invalid("With a creditId say the sessionId; the child is the credit's.");
            }
        }

        Asking asking() {
            if (holdId != null) {
                return Asking.ofHold(holdId).paidWith(passId);
            }
            if (creditId != null) {
                return Asking.makeUp(creditId, sessionId);
            }
            if (passId != null && (amount != null || voucher != null)) {
                throw Refusal.invalid("With a passId say what and for whom; the pass pays it.");
            }
            return Asking.of(wanted()).paidWith(passId);
        }

        Wanted wanted() {
            if (childIds == null) {
                throw Refusal.invalid("#/childIds", "Say for whom.");
            }
            return new Wanted(blockId, sessionId, childIds, amount, voucher).checked();
        }
    }

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "book",
            summary = "Book a block or a session for one or several children, what is held, or a session for a credit",
            description =
                    "All or nothing. Needs an Idempotency-Key: the same key with the same body books once and gets"
                            + " the same answer again.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
    @APIResponse(
            responseCode = "201",
            description = "Booked; the seats are taken, or held until it is paid on the page at payment.url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-missing")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(
            responseCode = "404",
            description = "not-found: the block, the session, the hold, the credit, the pass or one of the children")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-full, already-booked, hold-expired, credit-used, credit-expired, another-course, sales-closed, pass-not-paid, pass-used-up, pass-expired, pass-returned, pass-not-for-this,"
                            + " price-is-fixed, amount-below-minimum, voucher-unknown, voucher-used-up, voucher-expired,"
                            + " voucher-not-yet-valid, voucher-not-for-this, child-too-young, child-too-old, payment-failed,"
                            + " too-many-unpaid-bookings, too-many-holds, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "service-unavailable, worth another try with the same key")
    public CompletionStage<Response> book(@NotNull @Valid Wish wish, @Context HttpServerRequest request) {
        UUID carer = caller.accountId();
        CompletionStage<Response> booked = plain.book(
                PlainBooking.of(carer, wish.asking(), idempotency.claimWithKey(wish), id -> location(request, id)));
        return pages.areOpened()
                ? booked.thenApplyAsync(
                        answer -> pages.open(Purchase.Kind.BOOKING, answer, id -> own.get(carer, id)), threads)
                : booked;
    }

    /** As {@link Response#created} would send it; that parses what it puts together, again and again. */
    private static String location(HttpServerRequest request, UUID booking) {
        return request.scheme() + "://" + request.authority() + path(booking);
    }

    private static String path(UUID booking) {
        return "/v1/bookings/" + booking;
    }

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "listBookings", summary = "One's bookings, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<BookingView> list(
            @QueryParam("state") Booking.State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID before = Page.Cursor.below(cursor);
        return own.page(caller.accountId(), state, before, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("carer")
    @Operation(operationId = "readBooking", summary = "One of one's bookings")
    @APIResponse(responseCode = "200", description = "The booking")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public BookingView read(@PathParam("id") UUID id) {
        return own.get(caller.accountId(), id);
    }
}
