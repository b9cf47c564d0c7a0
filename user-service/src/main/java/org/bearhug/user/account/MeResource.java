package org.bearhug.user.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** One's own account. */
@Path("/v1/me")
@Tag(name = "me")
class MeResource {

    @Inject
    OwnAccount own;

    @Inject
    Caller caller;

    /** What is given is changed, what is absent stays. */
    @Schema(name = "AccountChange")
    record Change(@PersonName String name, @IanaTimeZone String timeZone, @LanguageTag String locale) {
        Change {
            name = name == null ? null : name.strip();
        }
    }

    @GET
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "readMe", summary = "One's own account")
    @APIResponse(
            responseCode = "200",
            description = "The account, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Response read() {
        return own.read(caller.accountId()).ok();
    }

    @PATCH
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "changeMe", summary = "Change one's name, time zone or language")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid Change change) {
        return own.change(caller.accountId(), ifMatch, change).ok();
    }
}
