package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Where an instructor's programs want to be told. */
@ApplicationScoped
class Endpoints {

    /** How long a secret that was replaced signs beside the new one. */
    static final Duration OLD_SECRET_SIGNS = Duration.ofHours(24);

    /** So many secrets sign at once; each makes the message longer. */
    static final int MOST_SECRETS = 3;

    @Inject
    Session database;

    @Inject
    NamedLocks locks;

    @Inject
    Queue queue;

    @Inject
    Secrets secrets;

    @Inject
    Event<DeliveryQueued> listening;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhook-endpoints")
    int most;

    @ConfigProperty(name = "bearhug.webhooks-to-localhost")
    boolean localToo;

    /** An endpoint, and the version that its entity tag is made of. */
    record Versioned(EndpointView view, long version) {}

    /** A secret that is told only now, and until when those before it sign too. */
    record NewSecret(String secret, Instant oldSecretsEndAt) {}

    /** All of an instructor's, the oldest first. */
    @Transactional
    List<EndpointView> of(UUID instructor) {
        return WebhookEndpoint.of(instructor).stream()
                .map(endpoint -> view(endpoint, null))
                .toList();
    }

    @Transactional
    Versioned get(UUID instructor, UUID id) {
        WebhookEndpoint endpoint = own(instructor, id);
        return new Versioned(view(endpoint, null), endpoint.version);
    }

    /**
     * Makes one that hears what happens from now on, with a secret that is told only now.
     *
     * @throws Refusal 400 {@code webhook-url-refused}, 409 {@code webhook-url-taken}, {@code too-many-webhook-endpoints}
     */
    @Transactional
    Versioned make(UUID instructor, NewEndpoint wish) {
        TargetUrl.of(wish.url(), localToo);
        lock(instructor);
        List<WebhookEndpoint> others = WebhookEndpoint.of(instructor);
        requireFree(wish.url(), others);
        if (others.size() >= most) {
            throw new Refusal(
                    409, "too-many-webhook-endpoints", "You have " + most + " webhook endpoints. Delete one first.");
        }
        beforeListening();
        WebhookEndpoint endpoint = new WebhookEndpoint();
        endpoint.instructorId = instructor;
        endpoint.url = wish.url();
        endpoint.description = wish.description();
        endpoint.types = wish.types().toArray(String[]::new);
        endpoint.createdAt = clock.instant();
        endpoint.listenFrom(endpoint.createdAt);
        endpoint.persist();
        WebhookEndpoint.flush();
        return new Versioned(view(endpoint, add(endpoint.id)), endpoint.version);
    }

    /**
     * Changes what is said of it; absent things stay.
     *
     * @throws Refusal as {@link #make}, 404 for another's, 412 and 428 by {@code If-Match}
     */
    @Transactional
    Versioned change(UUID instructor, UUID id, String ifMatch, EndpointChange change) {
        lock(instructor);
        if (Boolean.TRUE.equals(change.enabled())) {
            // Queues are locked before endpoints, here as elsewhere.
            beforeListening();
        }
        WebhookEndpoint endpoint =
                WebhookEndpoint.locked(instructor, id).orElseThrow(() -> Refusal.notFound("webhook endpoint"));
        Versions.require(ifMatch, endpoint.version);
        if (change.url() != null && !change.url().equals(endpoint.url)) {
            TargetUrl.of(change.url(), localToo);
            requireFree(change.url(), WebhookEndpoint.of(instructor));
            endpoint.url = change.url();
        }
        if (change.types() != null) {
            endpoint.types = change.types().toArray(String[]::new);
        }
        if (change.description() != null) {
            endpoint.description = change.description().orElse(null);
        }
        if (change.enabled() != null && change.enabled() != endpoint.enabled) {
            turn(endpoint, change.enabled());
        }
        WebhookEndpoint.flush();
        database.refresh(endpoint);
        return new Versioned(view(endpoint, null), endpoint.version);
    }

    private void turn(WebhookEndpoint endpoint, boolean on) {
        if (on) {
            endpoint.listenFrom(clock.instant());
            database.createNativeMutationQuery(
                            "UPDATE webhook_endpoint SET failing_since = NULL, paused_until = NULL, dropped = 0 WHERE id = :id")
                    .setParameter("id", endpoint.id)
                    .executeUpdate();
        } else {
            endpoint.disable();
        }
    }

    /** Drops it, with whatever waits for it. */
    @Transactional
    void delete(UUID instructor, UUID id) {
        if (WebhookEndpoint.delete("id = ?1 and instructorId = ?2", id, instructor) == 0) {
            throw Refusal.notFound("webhook endpoint");
        }
    }

    /**
     * Signs with a new secret from now on, and for a day with those before it as well.
     *
     * @throws Refusal 404 for another's, 409 {@code too-many-secrets} when it was done too often within that day
     */
    @Transactional
    NewSecret rotate(UUID instructor, UUID id) {
        lock(instructor);
        WebhookEndpoint endpoint = own(instructor, id);
        Instant now = clock.instant();
        Instant end = now.plus(OLD_SECRET_SIGNS);
        List<WebhookSecret> signing = WebhookSecret.signing(endpoint.id, now);
        if (signing.size() >= MOST_SECRETS) {
            throw new Refusal(409, "too-many-secrets", "You had two new secrets within a day. Please wait.");
        }
        signing.stream().filter(secret -> secret.endsAt == null).forEach(secret -> secret.endsAt = end);
        WebhookSecret.flush();
        return new NewSecret(add(endpoint.id), end);
    }

    private String add(UUID endpoint) {
        String secret = secrets.fresh();
        WebhookSecret kept = new WebhookSecret();
        kept.endpointId = endpoint;
        kept.sealed = secrets.close(secret, endpoint);
        kept.persist();
        return secret;
    }

    /** Facts that are read from now on are looked for as soon as it is committed. */
    private void beforeListening() {
        queue.beforeListening();
        listening.fire(new DeliveryQueued());
    }

    private EndpointView view(WebhookEndpoint endpoint, String secret) {
        return EndpointView.of(endpoint, queue.waiting(endpoint.id), secret);
    }

    static WebhookEndpoint own(UUID instructor, UUID id) {
        return WebhookEndpoint.of(instructor, id).orElseThrow(() -> Refusal.notFound("webhook endpoint"));
    }

    /** One change at a time of one instructor's. */
    private void lock(UUID instructor) {
        locks.lock("webhooks", instructor);
    }

    private static void requireFree(String url, List<WebhookEndpoint> others) {
        if (others.stream().anyMatch(other -> other.url.equals(url))) {
            throw new Refusal(409, "webhook-url-taken", "You already have a webhook endpoint at this address.");
        }
    }
}
