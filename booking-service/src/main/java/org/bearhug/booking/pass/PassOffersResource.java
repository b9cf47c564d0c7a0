package org.bearhug.booking.pass;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.UniqueElements;

/** What passes instructors sell. Everybody may look; an instructor makes and withdraws their own. */
@Path("/v1/pass-offers")
@Tag(name = "passes")
class PassOffersResource {

    @Inject
    PassOffers offers;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** So many places in single sessions of some or all of one's courses. */
    record Wish(
            @NotNull @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be one line of text") @Size(max = 120) String title,
            @NotNull @Min(1) @Max(100) Integer units,
            @NotNull Money price,
            @NotNull @Min(1) @Max(156) Integer validWeeks,
            @Size(max = 50) @UniqueElements List<@NotNull UUID> courseIds) {

        Wish {
            courseIds = courseIds == null ? List.of() : courseIds;
            if (price != null) {
                price.requireAsked("#/price", 0);
            }
        }
    }

    @POST
    @RolesAllowed("instructor")
    @Operation(operationId = "offerPass", summary = "Offer a pass of some sessions")
    @APIResponse(
            responseCode = "201",
            description = "For sale",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PassOfferView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "too-many-passes, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response make(@NotNull @Valid Wish wish) {
        UUID instructor = caller.accountId();
        return idempotency.once(wish, () -> {
            PassOfferView made = offers.make(instructor, wish);
            return Response.created(URI.create("/v1/pass-offers/" + made.id()))
                    .entity(made)
                    .build();
        });
    }

    @GET
    @PermitAll
    @Operation(operationId = "listPassOffers", summary = "The passes that an instructor sells, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Page<PassOfferView> list(
            @QueryParam("instructor") @NotNull UUID instructor,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return offers.page(instructor, Page.Cursor.below(cursor), limit);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("instructor")
    @Operation(
            operationId = "withdrawPassOffer",
            summary = "Sell a pass no more",
            description = "What was sold counts on. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public void withdraw(@PathParam("id") UUID id) {
        offers.withdraw(caller.accountId(), id);
    }
}
