package org.bearhug.user.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/** The programs of instructors. */
@ApplicationScoped
class ApiClients {

    /** Whoever is disabled has no clients either; so has who is gone, by the foreign key. */
    private static final String SECRETS =
            """
            SELECT c.account_id, c.scopes, s.secret_hash, a.approved
              FROM api_client c
              JOIN api_client_secret s ON s.client_id = c.id
              JOIN account a ON a.id = c.account_id AND a.disabled_at IS NULL
             WHERE c.id = :id""";

    @Inject
    Accounts accounts;

    @Inject
    Session database;

    @Inject
    ClientUses uses;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** All of an instructor's, the oldest first. */
    @Transactional
    List<ApiClientView> of(UUID owner) {
        List<ApiClient> clients = ApiClient.of(owner);
        Map<UUID, List<ClientSecret>> secrets =
                ClientSecret.of(clients.stream().map(client -> client.id).toList()).stream()
                        .collect(Collectors.groupingBy(secret -> secret.clientId));
        return clients.stream()
                .map(client -> ApiClientView.of(client, secrets.getOrDefault(client.id, List.of()), null))
                .toList();
    }

    /**
     * Makes one, with a secret that is told only now.
     *
     * @throws Refusal 409 {@code name-taken}, {@code too-many-api-clients}
     */
    @Transactional
    ApiClientView make(UUID owner, ApiClientsResource.NewClient wish) {
        accounts.lock(owner);
        List<ApiClient> others = ApiClient.of(owner);
        if (others.stream().anyMatch(other -> other.name.equals(wish.name()))) {
            throw new Refusal(409, "name-taken", "You already have an API client of this name.");
        }
        if (others.size() >= ApiClient.LIMIT) {
            throw new Refusal(
                    409, "too-many-api-clients", "You have " + ApiClient.LIMIT + " API clients. Delete one first.");
        }
        ApiClient client = new ApiClient();
        client.accountId = owner;
        client.name = wish.name();
        client.scopes = wish.scopes().stream().distinct().toArray(String[]::new);
        client.createdAt = clock.instant();
        client.persist();
        Secret secret = Secret.random();
        ClientSecret first = ClientSecret.of(client.id, 1, secret, client.createdAt);
        audit.note(Act.CLIENT_MADE, owner, client.id);
        return ApiClientView.of(client, List.of(first), secret.text());
    }

    @Transactional
    void delete(UUID owner, UUID id) {
        if (ApiClient.delete("id = ?1 and accountId = ?2", id, owner) == 0) {
            throw Refusal.notFound("API client");
        }
        audit.note(Act.CLIENT_DELETED, owner, id);
    }

    /**
     * The client with this id and secret, if there is one. One look at the database each time: a secret that was taken
     * away gets no token from then on.
     */
    @Transactional
    Optional<Client> authenticate(String id, Secret secret) {
        return uuid(id).flatMap(uuid -> database.createNativeQuery(SECRETS, Object[].class)
                .setParameter("id", uuid)
                .getResultStream()
                .filter(row -> Secret.same((byte[]) row[2], secret.hash()))
                .findFirst()
                .map(row -> {
                    uses.note(uuid);
                    return new Client(row[0].toString(), id, List.of((String[]) row[1]), (Boolean) row[3]);
                }));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException otherKindOfId) {
            return Optional.empty();
        }
    }
}
