package org.bearhug.booking.voucher;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bearhug.booking.asked.AskedTime;
import org.bearhug.booking.money.Money;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.UniqueElements;

/** An instructor's own vouchers. Another's answer as if they were not there. */
@Path("/v1/vouchers")
@Tag(name = "vouchers")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class VouchersResource {

    @Inject
    OwnVouchers vouchers;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Off: a percentage or a sum, in minor units. Without a number of uses there is no end to them. */
    record Wish(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{2,29}", message = "3 to 30 letters, digits and hyphens") String code,
            @Min(1) @Max(100) Integer percent,
            Money amount,
            @Min(1) @Max(1_000_000) Integer uses,
            @Min(1) @Max(1_000_000) Integer usesPerFamily,
            Instant validFrom,
            Instant validUntil,
            @Size(max = 50) @UniqueElements List<@NotNull UUID> courseIds) {

        Wish {
            code = code == null ? null : code.toUpperCase(Locale.ROOT);
            courseIds = courseIds == null ? List.of() : courseIds;
        }

        Wish checked() {
            if ((percent == null) == (amount == null)) {
                throw Refusal.invalid("Say either percent or amount.");
            }
            if (amount != null) {
                amount.requireAsked("#/amount", 1);
            }
            AskedTime.require("#/validFrom", validFrom);
            AskedTime.require("#/validUntil", validUntil);
            if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
                throw Refusal.invalid("#/validUntil", "A voucher ends after it begins.");
            }
            return this;
        }
    }

    @POST
    @RolesAllowed("instructor")
    @Operation(
            operationId = "makeVoucher",
            summary = "Make a voucher for some or all of one's courses",
            description = "Its code is read without regard to upper and lower case.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VoucherView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "409", description = "code-taken, too-many-vouchers, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response make(@NotNull @Valid Wish wish) {
        UUID instructor = caller.accountId();
        return idempotency.once(wish, () -> {
            VoucherView made = vouchers.make(instructor, wish.checked());
            return Response.created(URI.create("/v1/vouchers/" + made.id()))
                    .entity(made)
                    .build();
        });
    }

    @GET
    @RolesAllowed("instructor")
    @Operation(operationId = "listVouchers", summary = "One's vouchers, the newest first, without those withdrawn")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Page<VoucherView> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        return vouchers.page(caller.accountId(), Page.Cursor.below(cursor), limit);
    }
}
