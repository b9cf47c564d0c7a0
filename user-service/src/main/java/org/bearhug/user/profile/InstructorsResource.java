package org.bearhug.user.profile;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Instructors, as everybody sees them. */
@Path("/v1/instructors")
@Tag(name = "instructors")
class InstructorsResource {

    @Inject
    Accounts accounts;

    @Inject
    Profiles profiles;

    /** No address, no time zone: these are nobody's business. */
    record InstructorView(
            UUID id, String name, String about, String photoUrl, String website, List<String> socialLinks) {
        static InstructorView of(AccountView account, ProfileView profile) {
            return new InstructorView(
                    account.id(),
                    account.name(),
                    profile.about(),
                    profile.photoUrl(),
                    profile.website(),
                    profile.socialLinks());
        }
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readInstructor", summary = "An instructor's public profile")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstructorView.class)))
    @APIResponse(responseCode = "404", description = "not-found, also for somebody who is no instructor")
    public InstructorView read(@PathParam("id") UUID id) {
        return accounts.instructor(id)
                .map(account -> InstructorView.of(account, profiles.read(id).view()))
                .orElseThrow(() -> Refusal.notFound("instructor"));
    }
}
