package org.bearhug.user.login;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where one is logged in. Which of them is the present one is known by the refresh cookie, which browsers send along. */
@Path("/v1/me/logins")
@Tag(name = "login")
class OwnLoginsResource {

    @Inject
    OwnLogins own;

    @Inject
    Caller caller;

    /** One place where one is logged in; {@code current} is true for the one that asks. */
    @Schema(name = "Login")
    record LoginView(
            UUID id, String device, LoginMethod method, Instant loggedInAt, Instant lastUsedAt, boolean current) {}

    @GET
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "listLogins", summary = "Where one is logged in, the latest used first")
    @APIResponse(responseCode = "200", description = "All of them, at most " + Logins.AT_ONCE)
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<LoginView> list(@Context HttpServerRequest request) {
        return new Page<>(own.of(caller.accountId(), family(request)), null);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "endLogin", summary = "End one log-in; its access token ends within 15 minutes")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public void end(@PathParam("id") UUID id) {
        own.end(caller.accountId(), id);
    }

    @DELETE
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(
            operationId = "endOtherLogins",
            summary = "End all other log-ins",
            description = "All but the one whose refresh cookie is sent along; without the cookie, all.")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public void endOthers(@Context HttpServerRequest request) {
        own.endOthers(caller.accountId(), family(request));
    }

    private static Optional<Secret> family(HttpServerRequest request) {
        return Visit.cookie(request, BrowserCookies.REFRESH)
                .flatMap(cookie -> RefreshToken.read(cookie.text()))
                .map(RefreshToken::family);
    }
}
