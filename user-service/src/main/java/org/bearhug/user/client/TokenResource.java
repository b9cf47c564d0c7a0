package org.bearhug.user.client;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bearhug.user.token.TokenIssuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The token endpoint of OAuth 2.0 for programs (RFC 6749, section 4.4), with that standard's own errors. */
@Path("/oauth/token")
@Tag(name = "tokens")
class TokenResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    TokenIssuer tokens;

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Issued(String accessToken, String tokenType, long expiresIn, String scope) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "issueToken",
            summary = "An access token for a program, by HTTP Basic and client_credentials")
    @APIResponse(
            responseCode = "200",
            description = "A token for 15 minutes",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Issued.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, unsupported_grant_type, invalid_scope",
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
    public Response issue(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @FormParam("grant_type") String grantType,
            @FormParam("scope") String scope) {
        Optional<Client> client = clients.anyClient(authorization);
        if (client.isEmpty()) {
            return ClientAuthentication.unknownClient();
        }
        if (grantType == null) {
            return ClientAuthentication.refuse("invalid_request", "grant_type is missing.");
        }
        if (!grantType.equals("client_credentials")) {
            return ClientAuthentication.refuse("unsupported_grant_type", "Only client_credentials is served here.");
        }
        Set<String> scopes = scopes(scope, client.get().scopes());
        if (!client.get().scopes().containsAll(scopes)) {
            return ClientAuthentication.refuse(
                    "invalid_scope",
                    "This client may ask for: " + String.join(" ", client.get().scopes()));
        }
        String token = tokens.forClient(
                client.get().subject(), client.get().id(), scopes, client.get().approved());
        return ClientAuthentication.answer(
                        200, new Issued(token, "Bearer", TokenIssuer.LIFETIME.toSeconds(), String.join(" ", scopes)))
                .build();
    }

    /** All that the client may have when it asks for nothing in particular. */
    private static Set<String> scopes(String asked, List<String> all) {
        return new LinkedHashSet<>(
                asked == null || asked.isBlank() ? all : List.of(asked.strip().split(" +")));
    }
}
