package org.bearhug.user.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** One's own profile, for an instructor to write. */
@Path("/v1/me/profile")
@Tag(name = "instructors")
class ProfileResource {

    @Inject
    Profiles profiles;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed("instructor")
    @Operation(operationId = "readProfile", summary = "One's public profile, to be changed")
    @APIResponse(
            responseCode = "200",
            description = "The profile, with its ETag; an empty one until it is written",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Response read() {
        return profiles.read(caller.accountId()).ok();
    }

    @PUT
    @RolesAllowed("instructor")
    @Operation(operationId = "writeProfile", summary = "Write one's public profile; links begin with https")
    @APIResponse(
            responseCode = "200",
            description = "The profile as it is now, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response write(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ProfileView wish) {
        return profiles.set(caller.accountId(), ifMatch, wish).ok();
    }
}
