package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sessions that a child misses, and the credits for them. */
@Path("/v1")
@Tag(name = "credits")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class CreditsResource {

    @Inject
    Absences absences;

    @Inject
    OwnCredits own;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @POST
    @Path("/places/{id}/absence")
    @RolesAllowed("carer")
    @Operation(
            operationId = "tellAbsence",
            summary = "Say before the start that a child will not come",
            description = "The seat is free at once. The credit takes a seat in another session of the same course.")
    @APIResponse(
            responseCode = "200",
            description = "The credit",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: the Idempotency-Key")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "make-up-limit-reached, too-late-for-absence, place-released, session-cancelled,"
                    + " idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response tell(@PathParam("id") UUID id) {
        UUID carer = caller.accountId();
        return idempotency.once(id, () -> Response.ok(absences.tell(carer, id)).build());
    }

    @GET
    @Path("/credits")
    @RolesAllowed("carer")
    @Operation(operationId = "listCredits", summary = "The make-up credits of one's children, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Page<CreditView> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID before = Page.Cursor.below(cursor);
        return own.page(caller.accountId(), before, limit);
    }
}
