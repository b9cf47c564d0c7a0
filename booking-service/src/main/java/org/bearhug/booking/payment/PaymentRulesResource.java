package org.bearhug.booking.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an instructor is paid by hand. */
@Path("/v1/me/payment-rules")
@Tag(name = "payments")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class PaymentRulesResource {

    @Inject
    Rules rules;

    @Inject
    Caller caller;

    /**
     * The rules.
     *
     * @param howToPay in the instructor's own words, such as the number of an account; shown to carers who owe something
     * @param dueDays how many days after booking it is due
     * @param expireAfterDays how many days after that unpaid places are given back; absent for never
     */
    @Schema(name = "PaymentRules")
    record View(
            @Size(min = 1, max = 1000) String howToPay,
            @Min(0) @Max(60) int dueDays,
            @Min(1) @Max(60) Integer expireAfterDays) {}

    @GET
    @RolesAllowed("instructor")
    @Operation(operationId = "readPaymentRules", summary = "How one is paid by hand")
    @APIResponse(
            responseCode = "200",
            description = "The rules, with an ETag",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public Response read() {
        return rules.of(caller.accountId()).ok();
    }

    @PUT
    @RolesAllowed("instructor")
    @Operation(
            operationId = "writePaymentRules",
            summary = "Say how one is paid by hand",
            description =
                    "The due date of what is booked already stays; the words and the expiry hold for all that is due.")
    @APIResponse(
            responseCode = "200",
            description = "The rules, with an ETag",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response write(@HeaderParam(HttpHeaders.IF_MATCH) String seen, @NotNull @Valid View wish) {
        return rules.write(caller.accountId(), seen, wish).ok();
    }
}
