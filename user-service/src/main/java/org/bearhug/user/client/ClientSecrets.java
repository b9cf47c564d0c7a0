package org.bearhug.user.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.secret.Secret;

/** Replacing a client's secret without an hour in which neither the old nor the new one serves. */
@ApplicationScoped
class ClientSecrets {

    @Inject
    Accounts accounts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Gives a client another secret, which is told only now.
     *
     * @throws Refusal 404 for another's client, 409 {@code too-many-secrets}
     */
    @Transactional
    ApiClientView.SecretView add(UUID owner, UUID client) {
        List<ClientSecret> present = locked(owner, client);
        if (present.size() >= ClientSecret.LIMIT) {
            throw new Refusal(409, "too-many-secrets", "This client has two secrets. Delete the old one first.");
        }
        int nth = present.stream().anyMatch(secret -> secret.nth == 1) ? 2 : 1;
        Secret secret = Secret.random();
        ClientSecret made = ClientSecret.of(client, nth, secret, clock.instant());
        audit.note(Act.SECRET_ADDED, owner, client);
        return ApiClientView.SecretView.of(made, secret.text());
    }

    /**
     * Takes a secret away; it gets no token from now on.
     *
     * @throws Refusal 404 for what is not there or another's, 409 {@code last-secret}
     */
    @Transactional
    void delete(UUID owner, UUID client, UUID id) {
        List<ClientSecret> present = locked(owner, client);
        ClientSecret gone = present.stream()
                .filter(secret -> secret.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("secret"));
        if (present.size() == 1) {
            throw new Refusal(409, "last-secret", "This is its only secret. Make another first, or delete the client.");
        }
        gone.delete();
        audit.note(Act.SECRET_DELETED, owner, client);
    }

    /** Of several at once one is let in after the other. */
    private List<ClientSecret> locked(UUID owner, UUID client) {
        accounts.lock(owner);
        if (ApiClient.of(owner, client).isEmpty()) {
            throw Refusal.notFound("API client");
        }
        return ClientSecret.of(List.of(client));
    }
}
