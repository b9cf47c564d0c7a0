package org.bearhug.user.passkey;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.user.login.Entrance;
import org.bearhug.user.login.LoginCounter;
import org.bearhug.user.login.LoginMethod;
import org.bearhug.user.login.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** In by a passkey: no address, no password. */
@Path("/v1/passkeys/login")
@Tag(name = "passkeys")
class PasskeyLoginResource {

    @Inject
    PasskeyLogins passkeys;

    @Inject
    Entrance entrance;

    @Inject
    LoginCounter counter;

    @POST
    @Path("/options")
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "beginPasskeyLogin", summary = "What a passkey has to sign for a log-in")
    @APIResponseSchema(
            value = PasskeyOptions.Request.class,
            responseDescription = "For navigator.credentials.get(), good for five minutes")
    public PasskeyOptions.Request begin() {
        return passkeys.options();
    }

    @POST
    @PermitAll
    @Operation(operationId = "logInByPasskey", summary = "Log in with what the passkey has signed")
    @APIResponse(
            responseCode = "200",
            description = "As after a log-in with a password",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Entrance.LoggedIn.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-credentials")
    public Response logIn(@NotNull @Valid Credential.Used used, @Context HttpServerRequest request) {
        return counter.count(
                LoginMethod.PASSKEY,
                () -> entrance.admit(() -> passkeys.use(used), LoginMethod.PASSKEY, Visit.of(request)));
    }
}
