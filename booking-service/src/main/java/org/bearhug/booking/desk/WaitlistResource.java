package org.bearhug.booking.desk;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
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

/** Standing in line for seats. Another carer's entries answer as if they were not there. */
@Path("/v1/waitlist")
@Tag(name = "waitlist")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class WaitlistResource {

    @Inject
    Waitlist waitlist;

    @Inject
    OwnWaits own;

    @Inject
    LateFacts lateFacts;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    /** Any of some blocks of one course, the most wanted first, or one session; for all of these children or for none. */
    record Wish(
            @Size(min = 1, max = 6) @UniqueElements List<@NotNull UUID> blockIds,
            UUID sessionId,
            @NotNull @Size(min = 1, max = 6) @UniqueElements List<@NotNull UUID> childIds) {

        Wish {
            if ((blockIds == null) == (sessionId == null)) {
                throw Refusal.invalid("Say either blockIds or sessionId.");
            }
        }

        /** What one of these options is, by the id of the block or the session. */
        Wanted wanted(UUID option) {
            return new Wanted(blockIds == null ? null : option, sessionId, childIds);
        }

        Wanted mostWanted() {
            return new Wanted(blockIds == null ? null : blockIds.get(0), sessionId, childIds);
        }
    }

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "joinWaitlist",
            summary = "Wait for seats in any of some blocks, or in a session",
            description =
                    "For a family as a unit. When seats come free for all of its children, they are kept for it for 12"
                            + " waking hours. A baby who is still too young waits too.")
    @APIResponse(
            responseCode = "201",
            description = "In line",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WaitlistView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "not-found: a block, the session or one of the children")
    @APIResponse(
            responseCode = "409",
            description =
                    "already-waiting, too-many-waits, another-course, sales-closed, child-too-old, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response join(@NotNull @Valid Wish wish) {
        UUID carer = caller.accountId();
        return lateFacts.awaiting(
                carer, wish.mostWanted(), () -> idempotency.once(wish, () -> created(waitlist.join(carer, wish))));
    }

    private static Response created(WaitlistView entry) {
        return Response.created(URI.create("/v1/waitlist/" + entry.id()))
                .entity(entry)
                .build();
    }

    @GET
    @RolesAllowed("carer")
    @Operation(operationId = "listWaitlist", summary = "What one waits or waited for, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Page<WaitlistView> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LIMIT) int limit) {
        UUID before = Page.Cursor.below(cursor);
        return own.page(caller.accountId(), before, limit);
    }
}
