package org.bearhug.user.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The platform's own services as clients. What each may do is said here, its secret comes from outside. */
@ApplicationScoped
class ServiceClients {

    private static final Map<String, List<String>> SCOPES = Map.of(
            "course-service", List.of("events:read", "seats:write"),
            "booking-service", List.of("events:read", "meetings:join"));

    private final Map<String, byte[]> secretHashes;

    ServiceClients(@ConfigProperty(name = "bearhug.service-clients") List<String> clients) {
        secretHashes = clients.stream()
                .map(client -> client.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(client -> client[0], client -> hash(client)));
    }

    private static byte[] hash(String[] client) {
        if (client.length != 2 || client[1].isEmpty() || !SCOPES.containsKey(client[0])) {
            throw new IllegalArgumentException("BEARHUG_SERVICE_CLIENTS is name=secret,name=secret with the names "
                    + SCOPES.keySet() + "; it has '" + client[0] + "'.");
        }
        return new Secret(client[1]).hash();
    }

    Optional<Client> authenticate(String id, Secret secret) {
        return Optional.ofNullable(secretHashes.get(id))
                .filter(hash -> Secret.same(hash, secret.hash()))
                .map(hash -> new Client(id, id, SCOPES.get(id), false));
    }
}
