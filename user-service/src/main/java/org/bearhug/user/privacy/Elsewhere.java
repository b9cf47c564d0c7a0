package org.bearhug.user.privacy;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;
import org.bearhug.user.token.TokenIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the other services hold on an account. Never asked within a transaction. */
@ApplicationScoped
class Elsewhere {

    private static final String NAME = "user-service";
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 8;

    /** The same in each of the other services. */
    @Path("/v1/accounts/{id}/{what}")
    interface Accounts {
        @GET
        @Produces(MediaType.APPLICATION_JSON)
        String read(
                @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
                @PathParam("id") UUID id,
                @PathParam("what") String what);
    }

    @Inject
    TokenIssuer tokens;

    private final Map<String, Accounts> services;

    Elsewhere(
            @ConfigProperty(name = "bearhug.courses-url") URI courses,
            @ConfigProperty(name = "bearhug.bookings-url") URI bookings) {
        services = Map.of("course-service", courses, "booking-service", bookings).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, service -> client(service.getValue())));
    }

    private static Accounts client(URI address) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build(Accounts.class);
    }

    /** All that the service holds, as JSON. */
    String export(String service, UUID account) {
        return read(service, account, "export").orElseThrow(() -> away(service));
    }

    /** What the service did to erase the account, as JSON; empty when it has not done it yet. */
    Optional<String> erasure(String service, UUID account) {
        return read(service, account, "erasure");
    }

    private Optional<String> read(String service, UUID account, String what) {
        String token = "Bearer " + tokens.forService(NAME, Set.of("accounts:export"));
        try {
            return Optional.of(services.get(service).read(token, account, what));
        } catch (WebApplicationException answer) {
            if (answer.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw away(service);
        } catch (ProcessingException silence) {
            throw away(service);
        }
    }

    private static Refusal away(String service) {
        return Refusal.unavailable("The " + service + " does not answer just now. Please try again in a minute.")
                .retryAfter(Duration.ofSeconds(30));
    }
}
