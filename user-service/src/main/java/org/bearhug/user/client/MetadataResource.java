package org.bearhug.user.client;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What this authorisation server can do (RFC 8414). */
@Path("/.well-known/oauth-authorization-server")
@Tag(name = "tokens")
class MetadataResource {

    private static final String BASIC = "client_secret_basic";

    @ConfigProperty(name = "bearhug.issuer")
    String issuer;

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Metadata(
            String issuer,
            String tokenEndpoint,
            String jwksUri,
            String revocationEndpoint,
            List<String> revocationEndpointAuthMethodsSupported,
            boolean accessTokenRevocationSupported,
            String introspectionEndpoint,
            List<String> introspectionEndpointAuthMethodsSupported,
            List<String> grantTypesSupported,
            List<String> responseTypesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> scopesSupported) {}

    @GET
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=300")
    @Operation(operationId = "readAuthorizationServer", summary = "What this authorisation server can do")
    @APIResponseSchema(value = Metadata.class, responseDescription = "Its endpoints, grants and scopes")
    public Metadata read() {
        return new Metadata(
                issuer,
                issuer + "/oauth/token",
                issuer + "/.well-known/jwks.json",
                issuer + "/oauth/revoke",
                List.of("none", BASIC),
                false,
                issuer + "/oauth/introspect",
                List.of(BASIC),
                List.of("client_credentials"),
                List.of(),
                List.of(BASIC),
                ApiClient.SCOPES);
    }
}
