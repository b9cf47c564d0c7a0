package org.bearhug.user.login;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.Authentication;
import org.bearhug.user.account.Email;
import org.bearhug.user.account.Passwords;
import org.bearhug.user.limit.Quota;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In, by address and password. */
@Path("/v1")
@Tag(name = "login")
class LoginResource {

    private static final int UNAVAILABLE = 503;

    @Inject
    Attempts attempts;

    @Inject
    Authentication authentication;

    @Inject
    Entrance entrance;

    @Inject
    LoginCounter counter;

    @Inject
    LoginGate gate;

    record Credentials(
            @NotNull @Size(max = 254) String email, @NotNull @Size(max = Passwords.LONGEST) String password) {
        Credentials {
            email = Email.normal(email);
        }
    }

    @POST
    @Path("/login")
    @PermitAll
    @Operation(operationId = "logIn", summary = "Log in: an access token, and a cookie to get the next with")
    @APIResponse(
            responseCode = "200",
            description = "A token for 15 minutes; the cookie " + BrowserCookies.REFRESH
                    + " is good for 30 days. RateLimit and"
                    + " RateLimit-Policy tell how many tries are left, here and in a refusal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Entrance.LoggedIn.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-credentials")
    @APIResponse(responseCode = "403", description = "email-not-verified, told only to who has the right password")
    @APIResponse(responseCode = "429", description = "rate-limited")
    @APIResponse(responseCode = "503", description = "service-unavailable")
    public Response logIn(@NotNull @Valid Credentials credentials, @Context HttpServerRequest request) {
        return counter.count(LoginMethod.PASSWORD, () -> gate.pass(() -> admit(credentials, request)));
    }

    private Response admit(Credentials credentials, HttpServerRequest request) {
        Visit visit = Visit.of(request);
        Quota quota = attempts.count(credentials.email(), visit.address()).tell(request.response());
        quota.require("Too many log-ins were tried. Please wait a little, or reset your password.");
        Authentication.Authenticated somebody = authenticate(credentials, visit);
        attempts.forgive(credentials.email(), visit.address());
        quota.full().tell(request.response());
        return entrance.admit(() -> authentication.stillThe(somebody), LoginMethod.PASSWORD, visit);
    }

    private Authentication.Authenticated authenticate(Credentials credentials, Visit visit) {
        try {
            return authentication.authenticate(credentials.email(), credentials.password());
        } catch (Refusal refusal) {
            // Whoever was sent away before the password was looked at has not tried one.
            if (refusal.status() == UNAVAILABLE) {
                attempts.takeBack(credentials.email(), visit.address());
            }
            throw refusal;
        }
    }
}
