package org.bearhug.user.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.token.AccessTokenReader;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is to know of an access token (RFC 7662), for the platform's own services. */
@Path("/oauth/introspect")
@Tag(name = "tokens")
class IntrospectionResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    AccessTokenReader reader;

    @Inject
    Accounts accounts;

    /** Nothing but {@code active: false} for a token that is not good, whatever the reason. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Introspection(
            boolean active,
            String tokenType,
            String iss,
            String sub,
            Set<String> aud,
            String clientId,
            String scope,
            Set<String> groups,
            Long iat,
            Long exp,
            String jti) {

        static Introspection of(JsonWebToken token) {
            String scope = token.getClaim("scope");
            Set<String> groups = new HashSet<>(token.getGroups());
            if (scope != null) {
                // To us its words count as groups.
                groups.removeAll(Arrays.asList(scope.split(" ")));
            }
            return new Introspection(
                    true,
                    "Bearer",
                    token.getIssuer(),
                    token.getSubject(),
                    token.getAudience(),
                    token.getClaim("client_id"),
                    scope,
                    groups.isEmpty() ? null : groups,
                    token.getIssuedAtTime(),
                    token.getExpirationTime(),
                    token.getTokenID());
        }

        static Introspection inactive() {
            return new Introspection(false, null, null, null, null, null, null, null, null, null, null);
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "introspectToken",
            summary = "What there is to know of an access token; only for the platform's own services, by HTTP Basic")
    @APIResponse(
            responseCode = "200",
            description = "Its claims, or active: false; a refresh token is nobody's business and never active here",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Introspection.class)))
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
    public Response introspect(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @FormParam("token") String token) {
        if (clients.service(authorization).isEmpty()) {
            return ClientAuthentication.unknownClient();
        }
        if (token == null || token.isBlank()) {
            return ClientAuthentication.refuse("invalid_request", "token is missing.");
        }
        Introspection found = reader.read(token)
                .filter(good -> accounts.isThere(good.getSubject()))
                .map(Introspection::of)
                .orElseGet(Introspection::inactive);
        return ClientAuthentication.answer(200, found).build();
    }
}
