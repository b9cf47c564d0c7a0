package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.kit.Refusal;

/** With which secrets an instructor's endpoint is signed to: one, and for a day those that it has replaced. */
@ApplicationScoped
class EndpointSecrets {

    /** How long a secret that was replaced signs beside the new one. */
    static final Duration OLD_ONE_SIGNS = Duration.ofHours(24);

    /** So many sign at once; each makes the message longer. */
    private static final int MOST = 3;

    @Inject
    NamedLocks locks;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /** A secret that is told only now, and until when those before it sign too. */
    record NewSecret(String secret, Instant oldSecretsEndAt) {}

    /**
     * Signs with a new secret from now on, and for a day with those before it as well.
     *
     * @throws Refusal 404 for another's, 409 {@code too-many-secrets} when it was done too often within that day
     */
    @Transactional
    NewSecret rotate(UUID instructor, UUID id) {
        locks.lock(Endpoints.LOCK, instructor);
        WebhookEndpoint endpoint = WebhookEndpoint.own(instructor, id);
        Instant now = clock.instant();
        Instant end = now.plus(OLD_ONE_SIGNS);
        List<WebhookSecret> signing = WebhookSecret.signing(endpoint.id, now);
        if (signing.size() >= MOST) {
            throw new Refusal(409, "too-many-secrets", "You had two new secrets within a day. Please wait.");
        }
        signing.stream().filter(secret -> secret.endsAt == null).forEach(secret -> secret.endsAt = end);
        WebhookSecret.flush();
        return new NewSecret(add(endpoint.id), end);
    }

    /** A new one in the running transaction, told only now. */
    String add(UUID endpoint) {
        String secret = secrets.fresh();
        WebhookSecret kept = new WebhookSecret();
        kept.endpointId = endpoint;
        kept.sealed = secrets.close(secret, endpoint);
        kept.persist();
        return secret;
    }
}
