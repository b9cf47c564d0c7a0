package org.bearhug.booking.pass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.PaymentPages;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A carer's passes. Another's answer as if they were not there. */
@Path("/v1/passes")
@Tag(name = "passes")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class PassesResource {

    @Inject
    PassSales sales;

    @Inject
    PassViews passes;

    @Inject
    PaymentPages pages;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** What to buy. */
    @Schema(name = "Purchase")
    record Wish(@NotNull UUID offerId) {}

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "buyPass",
            summary = "Buy a pass of some sessions",
            description =
                    "It can be used once it is paid for; one that costs nothing at once. Where one pays by Stripe, payment.url is the page for it.")
    @APIResponse(
            responseCode = "201",
            description = "Bought",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PassView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "not-found: it is not for sale")
    @APIResponse(responseCode = "409", description = "too-many-unpaid-passes, payment-failed, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response buy(@NotNull @Valid Wish wish) {
        UUID carer = caller.accountId();
        Response bought = idempotency.once(wish, () -> {
            PassView pass = sales.buy(carer, wish.offerId());
            return Response.created(URI.create("/v1/passes/" + pass.id()))
                    .entity(pass)
                    .build();
        });
        return pages.shown(Purchase.Kind.PASS, bought, id -> passes.get(carer, id));
    }

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "listPasses", summary = "One's passes and what is left on them, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Page<PassView> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID before = Page.Cursor.below(cursor);
        return passes.page(caller.accountId(), before, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("carer")
    @Operation(operationId = "readPass", summary = "One pass of one's own, and how it is paid")
    @APIResponse(responseCode = "200", description = "The pass")
    @APIResponse(responseCode = "404", description = "not-found")
    public PassView read(@PathParam("id") UUID id) {
        return passes.get(caller.accountId(), id);
    }
}
