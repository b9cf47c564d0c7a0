package org.bearhug.user.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Caller;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Leaving for good. */
@Path("/v1/me")
@Tag(name = "privacy")
class ErasureResource {

    @Inject
    Erasures erasures;

    @Inject
    Caller caller;

    @Schema(name = "ErasureToken")
    record Confirmation(@NotBlank @Size(max = 200) String token) {}

    @DELETE
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(
            operationId = "askForErasure",
            summary = "Ask to be erased",
            description =
                    "Needs a log-in of the last ten minutes. A mail has a link to confirm it; after that there are"
                            + " seven days to think better of it.")
    @APIResponse(
            responseCode = "202",
            description = "A mail is on its way, or it is planned already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "fresh-login-needed, forbidden")
    public Response ask() {
        return Response.accepted(erasures.ask(caller.accountId())).build();
    }

    @POST
    @Path("/erasure/confirm")
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "confirmErasure", summary = "Confirm it with the token from the mail; again is as once")
    @APIResponse(
            responseCode = "200",
            description = "Planned",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "400", description = "invalid-token, invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public ErasureView confirm(@NotNull @Valid Confirmation confirmation) {
        return erasures.confirm(caller.accountId(), new Secret(confirmation.token()));
    }

    @GET
    @Path("/erasure")
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "readErasure", summary = "Where one's erasure stands")
    @APIResponse(
            responseCode = "200",
            description = "It was asked for, or is planned",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "erasure-not-asked")
    public ErasureView read() {
        return erasures.read(caller.accountId());
    }

    @DELETE
    @Path("/erasure")
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "cancelErasure", summary = "Think better of it")
    @APIResponse(responseCode = "204", description = "The account stays")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "erasure-not-asked")
    public void cancel() {
        erasures.cancel(caller.accountId());
    }
}
