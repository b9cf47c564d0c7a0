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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.bearhug.user.account.Email;
import org.bearhug.user.account.EmailAddress;
import org.bearhug.user.limit.LettersHere;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A log-in for the parent who will not remember a password at 3 am. */
@Path("/v1/login/magic-link")
@Tag(name = "login")
class MagicLinkResource {

    @Inject
    LettersHere lettersHere;

    @Inject
    Attempts attempts;

    @Inject
    MagicLinks links;

    @Inject
    Entrance entrance;

    @Inject
    LoginCounter counter;

    @Inject
    BrowserCookies cookies;

    @Schema(name = "MagicLinkWish")
    record Wish(@NotNull @EmailAddress String email) {
        Wish {
            email = Email.normal(email);
        }
    }

    @Schema(name = "MagicLinkToken")
    record Token(@NotBlank @Size(max = 200) String token) {}

    @POST
    @PermitAll
    @Operation(
            operationId = "askForMagicLink",
            summary = "Ask for a mail with a link that logs in this browser",
            description = "The answer is the same for every address. The cookie that it sets has to be there when the"
                    + " link is used.")
    @APIResponse(responseCode = "202", description = "If somebody has this address, a mail is on its way")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "429", description = "rate-limited")
    public Response ask(@NotNull @Valid Wish wish, @Context HttpServerRequest request) {
        lettersHere.count(request);
        Visit visit = Visit.of(request);
        attempts.countLink(wish.email(), visit.address())
                .tell(request.response())
                .require("Too many links were asked for. Please look into your mail, or wait a little.");
        // A browser that asks again keeps its cookie, so that the first mail, when it comes at last, is good too.
        Secret browser = Visit.cookie(request, BrowserCookies.ASKED).orElseGet(Secret::random);
        links.offer(wish.email(), browser);
        return Response.accepted().cookie(cookies.asked(browser)).build();
    }

    @POST
    @Path("/redeem")
    @PermitAll
    @Operation(
            operationId = "redeemMagicLink",
            summary = "Log in with the token from the mail, in the browser that asked for it")
    @APIResponse(
            responseCode = "200",
            description = "As after a log-in with a password",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Entrance.LoggedIn.class)))
    @APIResponse(responseCode = "400", description = "invalid-token, invalid-request")
    @APIResponse(
            responseCode = "403",
            description = "other-browser; the link stays good where it was asked for: open it there")
    public Response redeem(@NotNull @Valid Token token, @Context HttpServerRequest request) {
        Optional<Secret> browser = Visit.cookie(request, BrowserCookies.ASKED);
        return counter.count(
                LoginMethod.MAGIC_LINK,
                () -> entrance.admit(
                        () -> links.use(new Secret(token.token()), browser),
                        LoginMethod.MAGIC_LINK,
                        Visit.of(request)));
    }
}
