package org.bearhug.user.account;

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
import org.bearhug.user.limit.LettersHere;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Getting an account. Neither call takes an {@code Idempotency-Key}: both may be repeated as they are, and a key's
 * record would keep a fast hash of the password.
 */
@Path("/v1/accounts")
@Tag(name = "accounts")
class AccountsResource {

    @Inject
    LettersHere lettersHere;

    @Inject
    Registrations registrations;

    record NewAccount(
            @NotNull @EmailAddress String email,
            @NotNull @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST) String password,
            @NotNull @PersonName String name,
            @NotNull Kind role,
            @NotNull @IanaTimeZone String timeZone,
            @LanguageTag String locale) {

        NewAccount {
            email = Email.normal(email);
            name = name == null ? null : name.strip();
            locale = locale == null ? "en-GB" : locale;
        }

        /** The roles one can choose for oneself. */
        enum Kind {
            CARER,
            INSTRUCTOR;

            Role role() {
                return Role.valueOf(name());
            }
        }
    }

    record Token(@NotBlank @Size(max = 200) String token) {}

    @POST
    @PermitAll
    @Operation(
            operationId = "register",
            summary = "Ask for an account",
            description = "The answer is the same for every address; a mail to it tells how to go on.")
    @APIResponse(responseCode = "202", description = "A mail is on its way")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "429", description = "rate-limited")
    @APIResponse(responseCode = "503", description = "service-unavailable")
    public Response register(@NotNull @Valid NewAccount wish, @Context HttpServerRequest request) {
        lettersHere.count(request);
        registrations.register(wish);
        return Response.accepted().build();
    }

    @POST
    @Path("/verify")
    @PermitAll
    @Operation(operationId = "verifyAccount", summary = "Confirm the address with the token from the mail")
    @APIResponse(responseCode = "204", description = "Confirmed, now or before: log in")
    @APIResponse(responseCode = "400", description = "invalid-token, invalid-request")
    public void verify(@NotNull @Valid Token token) {
        registrations.verify(token.token());
    }
}
