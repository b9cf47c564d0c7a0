package org.bearhug.user.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one allows. */
@Path("/v1/me/consents")
@Tag(name = "consents")
class ConsentsResource {

    @Inject
    Consents consents;

    @Inject
    Caller caller;

    /** All of them, as they shall be; in which words they were asked for, and from where they are set. */
    @Schema(name = "ConsentsWish")
    record Wish(
            @NotNull Boolean photos,
            @NotNull Boolean recordings,
            @NotNull Boolean marketing,
            @NotNull Boolean meetOtherParents,
            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[A-Za-z0-9._-]*") String textVersion,
            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]*") String source) {

        Set<Consent> given() {
            Set<Consent> given = EnumSet.allOf(Consent.class);
            given.removeIf(consent -> !switch (consent) {
                case PHOTOS -> photos;
                case RECORDINGS -> recordings;
                case MARKETING -> marketing;
                case MEET_OTHER_PARENTS -> meetOtherParents;
            });
            return given;
        }
    }

    @GET
    @RolesAllowed({"carer", "instructor"})
    @Operation(operationId = "readConsents", summary = "What one allows, each with its history")
    @APIResponse(
            responseCode = "200",
            description = "The consents, with the account's ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentsView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Response read() {
        return consents.read(caller.accountId()).ok();
    }

    @PUT
    @RolesAllowed({"carer", "instructor"})
    @Operation(operationId = "setConsents", summary = "Give consents or take them back")
    @APIResponse(
            responseCode = "200",
            description = "The consents as they are now, with the account's ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentsView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "too-many-changes")
    @APIResponse(responseCode = "412", description = "version-conflict")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response set(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid Wish wish) {
        return consents.set(caller.accountId(), ifMatch, wish).ok();
    }
}
