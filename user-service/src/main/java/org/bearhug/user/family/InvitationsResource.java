package org.bearhug.user.family;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Saying yes to an invitation. */
@Path("/v1/me/invitations/accept")
@Tag(name = "children")
class InvitationsResource {

    @Inject
    Invitations invitations;

    @Inject
    Caller caller;

    @Schema(name = "InvitationToken")
    record Acceptance(@NotBlank @Size(max = 200) String token) {}

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "acceptInvitation",
            summary = "Share a child, with the token from the mail; again is as once")
    @APIResponse(
            responseCode = "200",
            description = "The child, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChildView.class)))
    @APIResponse(responseCode = "400", description = "invalid-token, invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "too-many-children, too-many-carers")
    public Response accept(@NotNull @Valid Acceptance acceptance) {
        return invitations.accept(caller.accountId(), acceptance.token()).ok();
    }
}
