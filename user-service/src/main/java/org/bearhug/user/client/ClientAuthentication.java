package org.bearhug.user.client;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Which program calls, by HTTP Basic, and the answers of OAuth that its endpoints share. */
@ApplicationScoped
class ClientAuthentication {

    @Inject
    ServiceClients services;

    @Inject
    ApiClients apiClients;

    /** RFC 6749, section 5.2. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OAuthError(String error, String errorDescription) {}

    Optional<Client> anyClient(String authorization) {
        return BasicCredentials.read(authorization)
                .flatMap(credentials -> services.authenticate(credentials.id(), credentials.secret())
                        .or(() -> apiClients.authenticate(credentials.id(), credentials.secret())));
    }

    /** One of the platform's own services. */
    Optional<Client> service(String authorization) {
        return BasicCredentials.read(authorization)
                .flatMap(credentials -> services.authenticate(credentials.id(), credentials.secret()));
    }

    static Response unknownClient() {
        return answer(401, new OAuthError("invalid_client", "Send the client's id and secret by HTTP Basic."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"bearhug\", charset=\"UTF-8\"")
                .build();
    }

    static Response refuse(String error, String description) {
        return answer(400, new OAuthError(error, description)).build();
    }

    static Response.ResponseBuilder answer(int status, Object body) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
    }
}
