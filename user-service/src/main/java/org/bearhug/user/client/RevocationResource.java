package org.bearhug.user.client;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.user.login.Logins;
import org.bearhug.user.token.TokenIssuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Giving a token back (RFC 7009). Refresh tokens belong to the one public client, the log-in of people, so whoever has
 * one may end it. Access tokens cannot be called back; they end by themselves.
 */
@Path("/oauth/revoke")
@Tag(name = "tokens")
class RevocationResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    Logins logins;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeToken",
            summary = "End the log-in of a refresh token",
            description =
                    "An access token is answered alike and stays good until it ends by itself, within 15 minutes.")
    @APIResponse(responseCode = "200", description = "The token is no refresh token any more, if it was one")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClientAuthentication.OAuthError.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClientAuthentication.OAuthError.class)))
    public Response revoke(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @FormParam("client_id") String clientId,
            @FormParam("token") String token) {
        boolean isPublic = authorization == null && (clientId == null || clientId.equals(TokenIssuer.LOGIN_CLIENT));
        if (!isPublic && clients.anyClient(authorization).isEmpty()) {
            return ClientAuthentication.unknownClient();
        }
        if (token == null || token.isBlank()) {
            return ClientAuthentication.refuse("invalid_request", "token is missing.");
        }
        if (isPublic) {
            logins.revoke(token);
        }
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
