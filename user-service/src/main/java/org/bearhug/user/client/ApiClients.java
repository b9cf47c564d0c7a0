package org.bearhug.user.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.secret.Secret;

/** The programs of instructors. */
@ApplicationScoped
class ApiClients {

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** All of an instructor's, the oldest first. */
    @Transactional
    List<ApiClientView> of(UUID owner) {
        return ApiClient.of(owner).stream().map(ApiClientView::of).toList();
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
        Secret secret = Secret.random();
        ApiClient client = new ApiClient();
        client.accountId = owner;
        client.name = wish.name();
        client.scopes = wish.scopes().stream().distinct().toArray(String[]::new);
        client.secretHash = secret.hash();
        client.createdAt = clock.instant();
        client.persist();
        return ApiClientView.of(client, secret.text());
    }

    @Transactional
    void delete(UUID owner, UUID id) {
        if (ApiClient.delete("id = ?1 and accountId = ?2", id, owner) == 0) {
            throw Refusal.notFound("API client");
        }
    }

    /** The client with this id and secret, if there is one; notes that it was used. */
    @Transactional
    Optional<Client> authenticate(String id, Secret secret) {
        return uuid(id).map(uuid -> ApiClient.<ApiClient>findById(uuid))
                .filter(client -> Client.same(client.secretHash, secret.hash()))
                .map(client -> {
                    client.lastUsedAt = clock.instant();
                    return new Client(client.accountId.toString(), id, List.of(client.scopes));
                });
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException otherKindOfId) {
            return Optional.empty();
        }
    }
}
