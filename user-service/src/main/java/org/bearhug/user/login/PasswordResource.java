package org.bearhug.user.login;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.bearhug.user.account.Email;
import org.bearhug.user.account.EmailAddress;
import org.bearhug.user.account.Passwords;
import org.bearhug.user.limit.LettersHere;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When the password is forgotten. */
@Path("/v1/password")
@Tag(name = "login")
class PasswordResource {

    @Inject
    LettersHere lettersHere;

    @Inject
    PasswordResets resets;

    record Forgotten(@NotNull @EmailAddress String email) {
        Forgotten {
            email = Email.normal(email);
        }
    }

    record NewPassword(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST) String password) {}

    @POST
    @Path("/forgot")
    @PermitAll
    @Operation(
            operationId = "forgotPassword",
            summary = "Ask for a mail with a link to a new password",
            description = "The answer is the same for every address.")
    @APIResponse(responseCode = "202", description = "If somebody has this address, a mail is on its way")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "429", description = "rate-limited")
    public Response forgot(@NotNull @Valid Forgotten forgotten, @Context HttpServerRequest request) {
        lettersHere.count(request);
        resets.offer(forgotten.email());
        return Response.accepted().build();
    }

    @POST
    @Path("/reset")
    @PermitAll
    @Operation(operationId = "resetPassword", summary = "Set a new password with the token from the mail")
    @APIResponse(responseCode = "204", description = "Set; every log-in is ended")
    @APIResponse(responseCode = "400", description = "invalid-token, invalid-request")
    @APIResponse(responseCode = "503", description = "service-unavailable")
    public void reset(@NotNull @Valid NewPassword wish) {
        resets.redeem(wish.token(), wish.password());
    }
}
