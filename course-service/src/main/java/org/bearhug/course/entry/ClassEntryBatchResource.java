package org.bearhug.course.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many entries in one request. */
@Path("/v1/class-entries/batch")
@Tag(name = "class entries")
class ClassEntryBatchResource {

    @Inject
    Batches batches;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    record Batch(@NotEmpty @Size(max = 100) List<@NotNull EntryItem> items) {}

    @POST
    @RolesAllowed({"instructor", "classes:write"})
    @Operation(
            operationId = "putClassEntries",
            summary = "Make or change up to 100 classes",
            description =
                    "Each item is written on its own, as by a PUT, and has an outcome or a problem of its own. With "
                            + "dryRun=true nothing is written, and the answer says what would be. The body has at most 1 MB.")
    @APIResponse(
            responseCode = "200",
            description = "A result for each item, in their order",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response write(@QueryParam("dryRun") @DefaultValue("false") boolean dryRun, @NotNull @Valid Batch batch) {
        if (dryRun) {
            return Response.ok(batches.foresee(caller.accountId(), batch.items()))
                    .build();
        }
        return idempotency.repeatable(batch, () -> Response.ok(batches.write(caller.accountId(), batch.items()))
                .build());
    }
}
